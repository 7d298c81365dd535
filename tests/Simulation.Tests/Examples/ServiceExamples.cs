using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests.Examples;

/// <summary>Four times, substitutes, MTPD, deadlines, lost data. The own service is back at hour 100, its rate is one case an hour.</summary>
public sealed class ServiceExamples
{
    [Fact]
    public void The_four_times_follow_from_the_total_and_own_capacity()
    {
        // 0 until 24, then 0.4, from 48 on 0.6 (the greater, not the sum), own from 100 on.
        var service = Back(at: 100, new() { Substitutes = [Substitute("paper", 24, 0.4), Substitute("neighbour", 48, 0.6)], Key = "s", CasesPerWeek = 168 });

        Assert.Equal((24, 48, 100), (service.First.P50, service.Emergency.P50, service.Own.P50));

        // Lost 24 x 1 + 24 x 0.6 + 52 x 0.4 = 59.2 h = open cases at 100; worked off at 0.3 an hour: 100 + 197.333.
        Assert.Equal(59.2 / 24, service.DaysLost.Mean, 1e-6);
        Assert.Equal(100 + 59.2 / 0.3, service.Cleared.P50, 1e-4);

        // 24^2/2 + (24 x 24 + 0.6 x 24^2/2) + (38.4 x 52 + 0.4 x 52^2/2) + 59.2 x 197.333/2 = 288 + 748.8 + 2537.6 + 5841.067 case-hours.
        Assert.Equal(9415.4667 / 24, service.UndoneCaseDays.Mean, 1e-3);
    }

    [Fact]
    public void A_service_that_is_not_hit_has_zero_times_and_loses_nothing()
    {
        var region = Region(Team(1), [Resource("a", work: 5), Resource("b")], Service("s", OneOf(("b", 0.95))) with { Mtpd = 0 });
        var service = Run(region, Damage("a")).ServiceOf("s");

        Assert.Equal((0, 0, 0, 0), (service.First.P90, service.Emergency.P90, service.Own.P90, service.Cleared.P90));
        Assert.Equal((0, 0, 0), (service.ChanceAffected, service.DaysLost.Mean, service.MtpdExceeded.Mean));
    }

    [Fact]
    public void What_never_returns_is_not_within_five_years_and_is_lost_to_the_horizon()
    {
        var region = Region(Team(0), [Resource("a", work: 5)], Service("s", Need("a")));
        var service = Run(region, Damage("a")).ServiceOf("s");

        Assert.Equal(double.PositiveInfinity, service.First.P10);
        Assert.Equal(double.PositiveInfinity, service.Cleared.P10);
        Assert.Equal(1825, service.DaysLost.Mean);
    }

    [Fact]
    public void What_returns_after_the_horizon_has_not_returned()
    {
        var service = Back(at: OutageSimulation.Horizon + 1, new() { Key = "s", CasesPerWeek = 168 });

        Assert.Equal(double.PositiveInfinity, service.Own.P50);
        Assert.Equal(1825, service.DaysLost.Mean);
    }

    [Fact]
    public void A_substitute_ends_with_its_endurance_for_good()
    {
        // Full from 10 to 30, nothing until 100. The longest stretch below the emergency level is 70 h: longer than 69, not longer than 70.
        var substitute = Substitute("paper", 10, 1) with { Endurance = 20 };
        var service = Back(at: 100, new() { Key = "s", CasesPerWeek = 168, Substitutes = [substitute], Mtpd = 69 });

        Assert.Equal((10, 100), (service.First.P50, service.Own.P50));
        Assert.Equal(80 / 24.0, service.DaysLost.Mean, 1e-6);
        Assert.Equal(1, service.MtpdExceeded.Mean);
        Assert.Equal(0, Back(at: 100, new() { Key = "s", CasesPerWeek = 168, Substitutes = [substitute], Mtpd = 70 }).MtpdExceeded.Mean);
    }

    [Fact]
    public void A_substitute_begins_when_what_it_needs_is_available_and_endures_from_then()
    {
        // Ready at 10, but b is up at 30: used 30-50. Lost 30 + 50.
        var substitute = Substitute("tool", 10, 1) with { Endurance = 20, Needs = [Need("b")] };
        var region = Region(Team(0), [Resource("a", waiting: 100), Resource("b", waiting: 30)], Service("s", Need("a")) with { Substitutes = [substitute] });
        var service = Run(region, Damage("a", "b")).ServiceOf("s");

        Assert.Equal(30, service.First.P50);
        Assert.Equal(80 / 24.0, service.DaysLost.Mean, 1e-6);
    }

    [Fact]
    public void A_partner_helps_only_at_its_own_emergency_level_and_not_through_its_substitutes()
    {
        // The partner's own service is a fleet of 4 batches of 10 h: 0.25 at 10, 0.5 = its level at 20, although its paper works from hour 0 on.
        var partner = new BodyInput
        {
            Key = "partner",
            Team = Team(1),
            Resources = [Resource("pcs", work: 40) with { Batches = 4 }],
            Services = [Service("s", Need("pcs", body: "partner")) with { Substitutes = [Substitute("paper", 0, 1)] }],
        };
        var town = Body(Team(0), [Resource("a", waiting: 100)], Service("s", Need("a")) with { Substitutes = [Substitute("neighbour", 5, 0.5) with { Partner = Ref("s", "partner") }] });
        var outage = new OutageInput
        {
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("a"), HitKind.Damaged, 1, []), new(Ref("pcs", "partner"), HitKind.Damaged, 1, [])] }],
        };

        Assert.Equal(20, Run(Region(town, partner), outage).ServiceOf("s").First.P50);
    }

    [Fact]
    public void Substitutes_count_from_the_earliest_detection()
    {
        // Gates named by the town pass at 30 and 12: 12 + 5 = 17. Without them detection is at 0: 5.
        var region = Region(Team(0), [Resource("a", waiting: 100)], Service("s", Need("a")) with { Substitutes = [Substitute("paper", 5, 1)] });
        var detected = Damage("a") with { Gates = [Gate("late", 30) with { DetectedBy = [Town] }, Gate("early", 12) with { DetectedBy = [Town] }] };

        Assert.Equal(17, Run(region, detected).ServiceOf("s").First.P50);
        Assert.Equal(5, Run(region, Damage("a")).ServiceOf("s").First.P50);
    }

    [Fact]
    public void Dates_are_missed_when_the_emergency_level_is_not_reached_in_their_lead_time()
    {
        // Paper at 0.5 from 24 to 45. Due 5 (lead cut at 0): missed. Due 50: 40-45 was enough. Due 99: missed. Due 100 and 150: own. Due 0 and before: not counted.
        var service = Back(at: 100, new()
        {
            Key = "s",
            CasesPerWeek = 168,
            Substitutes = [Substitute("paper", 24, 0.5) with { Endurance = 21 }],
            Deadlines = [new() { Key = "pay", Lead = 10, Due = [[-3, 0, 5, 50, 99, 100, 150]] }],
        });

        Assert.Equal(2, service.Deadlines[0].DatesMissed);
        Assert.Equal(1, service.Deadlines[0].Missed.Mean);
    }

    [Fact]
    public void Repeating_the_last_run_meets_dates_while_it_can_be_used()
    {
        // Capacity 0, so it delivers nothing, but from 60 to 95 it saves the dates 65 (60 <= 65) and 99 (lead from 89 on); 50 is missed.
        var service = Back(at: 100, new()
        {
            Key = "s",
            CasesPerWeek = 168,
            Substitutes = [Substitute("repeat", 60, 0) with { Endurance = 35, RepeatsLastRun = true }],
            Deadlines = [new() { Key = "pay", Lead = 10, Due = [[50, 65, 99]] }],
        });

        Assert.Equal(1, service.Deadlines[0].DatesMissed);
        Assert.Equal(100, service.First.P50);
    }

    [Fact]
    public void Due_dates_depend_on_the_start()
    {
        // Start 0: due 50 is missed. Start 1: due 150 is met.
        var region = Region(
            Team(0),
            [Resource("a", waiting: 100)],
            Service("s", Need("a")) with { Deadlines = [new() { Key = "pay", Lead = 0, Due = [[50], [150]] }] });

        Assert.Equal(0.5, Run(region, Damage("a") with { Starts = 2 }, new() { Runs = 2 }).ServiceOf("s").Deadlines[0].Missed.Mean);
    }

    [Theory]
    [InlineData(HitKind.Damaged, 1, 24, 1)] // 30 h lost, 24 bearable
    [InlineData(HitKind.Damaged, 1, 30, 0)] // 30 h lost, 30 bearable
    [InlineData(HitKind.Damaged, 0, 1e6, 1)] // no usable backup
    [InlineData(HitKind.Stopped, 1, 24, 0)] // nothing lost
    public void Lost_data_counts_through_all_that_is_needed(HitKind kind, double usable, double rpo, double exceeded)
    {
        // The service needs b, and a only as alternative; b needs c, which loses the data.
        var region = Region(
            Team(1),
            [Resource("a"), Resource("b", needs: Need("c")), Resource("c", work: 1) with { DataLossHours = 30, BackupUsable = usable }],
            Service("s", OneOf(("a", 1), ("b", 1))) with { Rpo = rpo });

        Assert.Equal(exceeded, Run(region, Hit(kind, [], "c")).ServiceOf("s").RpoExceeded.Mean);
    }

    [Fact]
    public void The_curve_weighs_services_by_their_cases()
    {
        // 30 cases back at 10, 10 cases back at 20; the second has paper from 3 to 5 only.
        var region = Region(
            Team(0),
            [Resource("a", waiting: 10), Resource("b", waiting: 20)],
            Service("big", Need("a")) with { CasesPerWeek = 30, ExtraCapacity = 1 },
            Service("small", Need("b")) with { CasesPerWeek = 10, Substitutes = [Substitute("paper", 3, 1) with { Endurance = 2 }] });
        var curve = Run(region, Damage("a", "b")).Total.Curve;

        Assert.Equal([0, 0, 0, 0.25, 0, 0.75, 0.75, 1], curve.First.P50.Take(8)); // 0 1 2 4 8 12 18 24 h
        Assert.Equal([0, 0, 0, 0, 0, 0.75, 0.75, 1], curve.Own.P50.Take(8));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0.75], curve.Cleared.P50.Take(8)); // big: 10 h of backlog at full extra rate, 20
        Assert.Equal(1, curve.Cleared.P50[^1]);
    }

    [Fact]
    public void Without_any_cases_all_services_weigh_the_same()
    {
        var region = Region(
            Team(0),
            [Resource("a", waiting: 10), Resource("b", waiting: 20)],
            Service("one", Need("a")) with { CasesPerWeek = 0 },
            Service("two", Need("b")) with { CasesPerWeek = 0 });
        var result = Run(region, Damage("a", "b"));

        Assert.Equal(0.5, result.Total.Curve.Own.P50[5]);
        Assert.Equal(result.ServiceOf("one").Own, result.ServiceOf("one").Cleared);
    }

    internal static ServiceResult Back(double at, ServiceInput service)
        => Run(Region(Team(0), [Resource("a", waiting: at)], service with { Needs = [Need("a")] }), Damage("a")).ServiceOf(service.Key);
}
