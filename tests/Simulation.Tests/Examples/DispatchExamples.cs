using ResilienceMonitor.Simulation.Inputs;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests.Examples;

/// <summary>Who is next. Every example is solved by hand; one person, so that the order shows in the times.</summary>
public sealed class DispatchExamples
{
    [Fact]
    public void The_earlier_required_time_goes_first()
        => Order(["b", "a"], Service("s1", Need("a")) with { Rto = 20 }, Service("s2", Need("b")) with { Rto = 10 });

    [Fact]
    public void The_mtpd_stands_in_for_a_missing_rto()
        => Order(["b", "a"], Service("s1", Need("a")) with { Mtpd = 20 }, Service("s2", Need("b")) with { Mtpd = 10 });

    [Fact]
    public void Of_equal_required_times_more_cases_go_first()
        => Order(["b", "a"], Service("s1", Need("a")) with { Rto = 10, CasesPerWeek = 5 }, Service("s2", Need("b")) with { Rto = 10, CasesPerWeek = 6 });

    [Fact]
    public void Of_equal_cases_the_smaller_key_goes_first()
        => Order(["a", "b"], Service("s1", Need("a")), Service("s2", Need("b")));

    [Fact]
    public void An_override_replaces_the_derived_time()
    {
        var region = Region(Team(1), [Resource("a", work: 1), Resource("b", work: 1) with { RequiredTimeOverride = 5 }], Service("s", Need("a")) with { Rto = 10 });

        Assert.Equal((2, 1), (Run(region, Damage("a", "b")).Up("a"), Run(region, Damage("a", "b")).Up("b")));
    }

    [Fact]
    public void A_part_begun_is_not_interrupted_by_a_more_urgent_one()
    {
        // b becomes ready at 1 (gate) and is more urgent, but a is under way until 10.
        var region = Region(Team(1), [Resource("a", work: 10), Resource("b", work: 1)], Service("s", Need("b")) with { Rto = 1 });
        var outage = new OutageInput
        {
            Gates = [Gate("g", 1)],
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("a"), HitKind.Damaged, 1, []), new(Ref("b"), HitKind.Damaged, 1, [Ref("g")])] }],
        };

        Assert.Equal(11, Run(region, outage).Up("b"));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void Everything_of_an_instant_happens_before_anybody_takes_work(string first, string second)
    {
        // Both gates pass at 5, in whatever order they are listed: b (RTO 1) 5-6, then a 6-7.
        var region = Region(Team(1), [Resource("a", work: 1), Resource("b", work: 1)], Service("s", Need("b")) with { Rto = 1 });
        var outage = new OutageInput
        {
            Gates = [Gate(first, 5), Gate(second, 5)],
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("a"), HitKind.Damaged, 1, [Ref("a")]), new(Ref("b"), HitKind.Damaged, 1, [Ref("b")])] }],
        };
        var result = Run(region, outage);

        Assert.Equal((6, 7), (result.Up("b"), result.Up("a")));
    }

    [Fact]
    public void Between_two_parts_a_more_urgent_resource_goes_first()
    {
        // As before, but a is 2 parts of 5 h: a 0-5, b 5-6, a 6-11.
        var region = Region(Team(1), [Resource("a", work: 10, people: 2), Resource("b", work: 1)], Service("s", Need("b")) with { Rto = 1 });
        var outage = new OutageInput
        {
            Gates = [Gate("g", 1)],
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("a"), HitKind.Damaged, 1, []), new(Ref("b"), HitKind.Damaged, 1, [Ref("g")])] }],
        };
        var result = Run(region, outage);

        Assert.Equal((6, 11), (result.Up("b"), result.Up("a")));
    }

    [Fact]
    public void A_restart_plan_replaces_the_derived_order_and_the_rest_follows()
    {
        // Plan: c. Then b (RTO 10) before a.
        var region = Region(Team(1), [Resource("a", work: 1), Resource("b", work: 1), Resource("c", work: 1)], Service("s", Need("b")) with { Rto = 10 });
        var result = Run(region, Damage("a", "b", "c"), new() { Runs = 1, RestartOrder = [Ref("c")] });

        Assert.Equal((3, 2, 1), (result.Up("a"), result.Up("b"), result.Up("c")));
    }

    [Fact]
    public void A_restart_plan_lets_ready_work_overtake_but_a_strict_list_does_not()
    {
        // Plan a, b; a waits for gate g (5 h). Normally b works 0-1. Strictly b waits until a has started: a 5-8 and, with a second person, b 5-6.
        var region = Region(Team(2), [Resource("a", work: 3), Resource("b", work: 1)]);
        var outage = new OutageInput
        {
            Gates = [Gate("g", 5)],
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("a"), HitKind.Damaged, 1, [Ref("g")]), new(Ref("b"), HitKind.Damaged, 1, [])] }],
        };
        var plan = new RunOptions { Runs = 1, RestartOrder = [Ref("a"), Ref("b")] };

        Assert.Equal(1, Run(region, outage, plan).Up("b"));
        Assert.Equal(6, Run(region, outage, plan with { Dispatch = DispatchMode.StrictList }).Up("b"));
    }

    [Fact]
    public void A_strict_list_passes_over_what_needs_no_work()
    {
        // a is isolated, z has no work: both are no obstacle for b.
        var region = Region(Team(1), [Resource("a", work: 3), Resource("b", work: 1), Resource("z")]);
        var outage = new OutageInput
        {
            Gates = [Gate("g", 50)],
            Hits =
            [
                new()
                {
                    Key = Ref("all"),
                    Members = [new(Ref("a"), HitKind.Isolated, 1, [Ref("g")]), new(Ref("z"), HitKind.Damaged, 1, [Ref("g")]), new(Ref("b"), HitKind.Damaged, 1, [])],
                },
            ],
        };

        Assert.Equal(1, Run(region, outage, new() { Runs = 1, Dispatch = DispatchMode.StrictList, RestartOrder = [Ref("a"), Ref("z"), Ref("b")] }).Up("b"));
    }

    [Fact]
    public void A_strict_list_starts_all_parts_before_the_next_resource()
    {
        // a has 3 parts of 2 h, two people: 0-2, 0-2, 2-4; b may start at 2: 2-3.
        var region = Region(Team(2), [Resource("a", work: 6, people: 3), Resource("b", work: 1)]);
        var result = Run(region, Damage("a", "b"), new() { Runs = 1, Dispatch = DispatchMode.StrictList, RestartOrder = [Ref("a"), Ref("b")] });

        Assert.Equal((4, 3), (result.Up("a"), result.Up("b")));
    }

    [Fact]
    public void A_strict_list_against_the_prerequisites_stands_still()
    {
        // b needs a, but the list wants b first.
        var region = Region(Team(1), [Resource("a", work: 1), Resource("b", work: 1, needs: Need("a"))]);
        var result = Run(region, Damage("a", "b"), new() { Runs = 1, Dispatch = DispatchMode.StrictList, RestartOrder = [Ref("b"), Ref("a")] });

        Assert.Equal(double.PositiveInfinity, result.Up("a"));
    }

    [Fact]
    public void Known_anomaly_one_more_person_delays_a_resource_when_help_leaves()
    {
        // Strict list w, x, z, y. w: 2 parts of 4.5 h; x and z: 100 h from hour 5 on; y: 1 h from hour 12 on. Two helpers 4.6-10.
        // One own person: w 0-9, so the helpers take x and z, and y 12-13 by the own person.
        // Two: w is done at 4.5, so they take x and z themselves; the idle helpers leave; y waits until 105.
        var outage = new OutageInput
        {
            Gates = [Gate("five", 5), Gate("twelve", 12)],
            Hits =
            [
                new()
                {
                    Key = Ref("all"),
                    Members =
                    [
                        new(Ref("w"), HitKind.Damaged, 1, []),
                        new(Ref("x"), HitKind.Damaged, 1, [Ref("five")]),
                        new(Ref("z"), HitKind.Damaged, 1, [Ref("five")]),
                        new(Ref("y"), HitKind.Damaged, 1, [Ref("twelve")]),
                    ],
                },
            ],
        };
        var list = new RunOptions { Runs = 1, Dispatch = DispatchMode.StrictList, RestartOrder = [Ref("w"), Ref("x"), Ref("z"), Ref("y")] };

        Assert.Equal(13, Run(With(people: 1), outage, list).Up("y"));
        Assert.Equal(106, Run(With(people: 2), outage, list).Up("y"));

        static RegionInput With(int people) => Region(
            Team(people, Help("help", 2, delay: 4.6, stay: 5.4)),
            [Resource("w", work: 9, people: 2), Resource("x", work: 100), Resource("z", work: 100), Resource("y", work: 1)]);
    }

    // a and b take 1 h each; the first in the order is up at 1, the second at 2.
    private static void Order(string[] order, params ServiceInput[] services)
    {
        var result = Run(Region(Team(1), [Resource("a", work: 1), Resource("b", work: 1)], services), Damage("a", "b"));

        Assert.Equal((1, 2), (result.Up(order[0]), result.Up(order[1])));
    }
}
