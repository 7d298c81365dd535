using ResilienceMonitor.Simulation.Inputs;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests.Examples;

/// <summary>People at work: parts, windows, help. Every example is solved by hand.</summary>
public sealed class WorkExamples
{
    [Fact]
    public void One_person_works_and_then_the_waiting_time_passes()
    {
        // 0 + 10 h work + 5 h waiting = 15.
        var result = Run(Region(Team(1), [Resource("a", work: 10, waiting: 5)], Service("s", Need("a"))), Damage("a"));

        Assert.Equal(15, result.Up("a"));
        Assert.Equal(15, result.ServiceOf("s").Own.P50);
        Assert.Equal(1, result.ResourceOf("a").ChanceHit);
    }

    [Fact]
    public void Work_is_cut_into_equal_parts_and_the_last_one_counts()
    {
        // 12 person-hours as 3 parts of 4 h; two people: 0-4, 0-4, 4-8.
        var result = Run(Region(Team(2), [Resource("a", work: 12, people: 3)]), Damage("a"));

        Assert.Equal(8, result.Up("a"));
    }

    [Fact]
    public void Work_pauses_when_the_window_closes_and_resumes_without_loss()
    {
        // Window 7-17 daily, 15 h: 7-17 (10 h), 31-36 (5 h). Waiting 4 h runs on wall time: 40.
        var result = Run(Region(Windowed(Team(1), 7, 17), [Resource("a", work: 15, waiting: 4)]), Damage("a"));

        Assert.Equal(40, result.Up("a"));
    }

    [Fact]
    public void Work_that_ends_with_the_window_is_done_the_same_day()
    {
        // Thirty parts of 1/3 h fill the window of 10 h, but their sum in floating point is 17.000000000000007: that must not be the next day.
        var result = Run(Region(Windowed(Team(1), 7, 17), [Resource("a", work: 10, people: 30)]), Damage("a"));

        Assert.Equal(17, result.Up("a"));
    }

    [Fact]
    public void Behind_the_last_breakpoint_people_always_work()
    {
        // Window 0-2, then closed to 5, window 5-6, then always: 2 h + 1 h + 7 h from 6 on = 13.
        var team = Team(1) with { WorkHours = [new([0, 2, 5, 6])] };

        Assert.Equal(13, Run(Region(team, [Resource("a", work: 10)]), Damage("a")).Up("a"));
    }

    [Fact]
    public void Work_ready_at_night_waits_and_the_most_urgent_starts_at_the_opening()
    {
        // Both gates pass at night: "late" at hour 1, "urgent" at hour 5. At 7 the urgent one (RTO 10) starts: 7-9; then late: 9-11.
        var region = Region(
            Windowed(Team(1), 7, 17),
            [Resource("late", work: 2), Resource("urgent", work: 2)],
            Service("s1", Need("late")) with { Rto = 100 },
            Service("s2", Need("urgent")) with { Rto = 10 });
        var outage = new OutageInput
        {
            Gates = [Gate("one", 1), Gate("five", 5)],
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("late"), HitKind.Damaged, 1, [Ref("one")]), new(Ref("urgent"), HitKind.Damaged, 1, [Ref("five")])] }],
        };

        var result = Run(region, outage);

        Assert.Equal((9, 11), (result.Up("urgent"), result.Up("late")));
    }

    [Theory]
    [InlineData(3, 0.5, 6)] // round(1.5) = 2 people for 12 h in 2 parts
    [InlineData(3, 0.6, 12)] // round(1.2) = 1
    [InlineData(1, 0.9, 12)] // round(0.1) = 0, but at least 1
    [InlineData(0, 0, double.PositiveInfinity)] // nobody: never
    public void Present_people_are_rounded_and_at_least_one(int people, double absent, double up)
        => Assert.Equal(up, Run(Region(Team(people) with { ShareAbsent = absent }, [Resource("a", work: 12, people: 2)]), Damage("a")).Up("a"));

    [Fact]
    public void Work_of_length_zero_needs_no_person()
        => Assert.Equal(3, Run(Region(Team(0), [Resource("a", work: 0, waiting: 3)]), Damage("a")).Up("a"));

    [Fact]
    public void Nobody_works_on_the_resources_of_another_body()
    {
        // The neighbour has two idle people; the town has one for 2 x 5 h.
        var neighbour = new BodyInput { Key = "neighbour", Team = Team(2) };
        var result = Run(Region(Body(Team(1), [Resource("a", work: 10, people: 2)]), neighbour), Damage("a"));

        Assert.Equal(10, result.Up("a"));
    }

    [Fact]
    public void Help_takes_parts_only_after_own_people()
    {
        // 2 parts of 6 h, 1 own person, 1 helper from hour 2: own 0-6, helper 2-8. Own 6 h x 50, help 6 h x 80.
        var team = Team(1, Help("help", 1, delay: 2) with { CostPerHour = 80 }) with { CostPerHour = 50 };
        var result = Run(Region(team, [Resource("a", work: 12, people: 2)]), Damage("a"));

        Assert.Equal(8, result.Up("a"));
        Assert.Equal(300, result.Total.Cost.Staff.Mean);
        Assert.Equal(480, result.Total.Cost.OutsideHelp.Mean);
    }

    [Fact]
    public void Of_people_free_at_the_same_time_own_ones_go_first_then_help_as_listed()
    {
        // Everybody is there from hour 0. Three parts of 2 h: own, "first", "second"; the fourth person stays idle.
        var team = Team(1, Help("first", 1, 0) with { CostPerHour = 10 }, Help("second", 2, 0) with { CostPerHour = 1 }) with { CostPerHour = 100 };
        var result = Run(Region(team, [Resource("a", work: 6, people: 3)]), Damage("a"));

        Assert.Equal((200, 22), (result.Total.Cost.Staff.Mean, result.Total.Cost.OutsideHelp.Mean));
    }

    [Fact]
    public void Help_finishes_the_part_begun_and_takes_none_when_it_leaves()
    {
        // Helper only, arrives 1, leaves 5: part 1 1-4, part 2 4-7 (begun before 5), part 3 never.
        var result = Run(Region(Team(0, Help("help", 1, delay: 1, stay: 4)), [Resource("a", work: 6, people: 2), Resource("b", work: 3)]), Damage("a", "b"));

        Assert.Equal((7, double.PositiveInfinity), (result.Up("a"), result.Up("b")));
    }

    [Fact]
    public void Help_takes_no_part_at_the_very_hour_it_leaves()
    {
        // Parts of 3 h from 1: at 4 it leaves.
        var result = Run(Region(Team(0, Help("help", 1, delay: 1, stay: 3)), [Resource("a", work: 6, people: 2)]), Damage("a"));

        Assert.Equal(double.PositiveInfinity, result.Up("a"));
    }

    [Fact]
    public void Help_that_has_left_still_finishes_its_part_after_a_pause()
    {
        // Window 7-17. Helper arrives 10, leaves 20, part of 9 h: 10-17, 31-33.
        var result = Run(Region(Windowed(Team(0, Help("help", 1, delay: 10, stay: 10)), 7, 17), [Resource("a", work: 9)]), Damage("a"));

        Assert.Equal(33, result.Up("a"));
    }

    [Fact]
    public void Each_start_has_its_own_window()
    {
        // Run 0: window 0-5, 10 h end at 24 + 5 = 29. Run 1: always open, 10. Nearest ranks of two runs: P10 = P50 = 10, P90 = 29.
        var team = Team(1) with { WorkHours = [Daily(0, 5), WorkCalendar.AlwaysOpen] };
        var result = Run(Region(team, [Resource("a", work: 10)]), Damage("a") with { Starts = 2 }, new() { Runs = 2 });

        Assert.Equal((10, 29), (result.ResourceOf("a").Up.P50, result.ResourceOf("a").Up.P90));
    }

    private static TeamInput Windowed(TeamInput team, double open, double close) => team with { WorkHours = [Daily(open, close)] };

    private static WorkCalendar Daily(double open, double close) => new([.. Enumerable.Range(0, 100).SelectMany(day => new[] { 24.0 * day + open, 24.0 * day + close })]);
}
