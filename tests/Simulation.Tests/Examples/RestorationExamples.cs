using ResilienceMonitor.Simulation.Inputs;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests.Examples;

/// <summary>Hits, gates, needs, prerequisites, backups, fleets. Every example is solved by hand.</summary>
public sealed class RestorationExamples
{
    [Fact]
    public void A_stopped_resource_needs_check_work_only()
    {
        // Check work 3 h; no backup factor, no restart failure, no waiting, no device.
        var resource = Resource("a", work: 100, waiting: 50) with
        {
            CheckWork = Distribution.Fixed(3),
            BackupUsable = 0,
            RebuildFactor = 5,
            RestartFailure = 1,
            RestartRepeat = 1,
            ReplacementCost = 1000,
        };
        var result = Run(Region(Team(1), [resource]), Hit(HitKind.Stopped, [], "a"));

        Assert.Equal(3, result.Up("a"));
        Assert.Equal(0, result.Total.Cost.Devices.Mean);
    }

    [Fact]
    public void After_a_check_it_waits_only_if_that_is_said()
    {
        // Check 3 h, then 4 h; the 50 h after a restoration do not matter.
        var resource = Resource("a", work: 100, waiting: 50) with { CheckWork = Distribution.Fixed(3), CheckWaiting = Distribution.Fixed(4) };

        Assert.Equal(7, Run(Region(Team(1), [resource]), Hit(HitKind.Stopped, [], "a")).Up("a"));
    }

    [Fact]
    public void An_isolated_resource_is_back_with_its_last_gate_and_without_work()
    {
        var outage = Hit(HitKind.Isolated, [Ref("g"), Ref("h")], "a") with { Gates = [Gate("g", 4), Gate("h", 9)] };

        Assert.Equal(9, Run(Region(Team(0), [Resource("a", work: 100, waiting: 50)]), outage).Up("a"));
    }

    [Fact]
    public void An_isolated_resource_does_not_wait_for_prerequisites()
    {
        // Its gate passes at 4; that its prerequisite a is down until 50 does not matter.
        var region = Region(Team(0), [Resource("a", waiting: 50), Resource("b") with { Prerequisites = [Need("a")] }]);
        var outage = new OutageInput
        {
            Gates = [Gate("g", 4)],
            Hits = [new() { Key = Ref("all"), Members = [Always("a"), new(Ref("b"), HitKind.Isolated, 1, [Ref("g")])] }],
        };

        Assert.Equal(4, Run(region, outage).Up("b"));
    }

    [Fact]
    public void What_is_only_down_with_its_needs_returns_with_them_and_without_work()
    {
        // b is not hit: its 100 h of work do not matter; it needs a (10 h).
        var result = Run(Region(Team(1), [Resource("a", work: 10), Resource("b", work: 100, needs: Need("a"))]), Damage("a"));

        Assert.Equal(10, result.Up("b"));
        Assert.Equal(0, result.ResourceOf("b").ChanceHit);
    }

    [Fact]
    public void Without_a_usable_backup_the_work_grows_by_the_rebuild_factor()
    {
        // 10 h x 2.5.
        var resource = Resource("a", work: 10) with { BackupUsable = 0, RebuildFactor = 2.5, ReplacementCost = 700 };
        var result = Run(Region(Team(1), [resource]), Damage("a"));

        Assert.Equal(25, result.Up("a"));
        Assert.Equal(700, result.Total.Cost.Devices.Mean);
    }

    [Fact]
    public void A_failed_restart_test_repeats_its_share_once_in_parts_again()
    {
        // 12 h in 2 parts: 0-6. Half of it again in 2 parts of 3 h: 6-9. The test does not fail twice. Then 1 h waiting.
        var resource = Resource("a", work: 12, waiting: 1, people: 2) with { RestartFailure = 1, RestartRepeat = 0.5 };

        Assert.Equal(10, Run(Region(Team(2), [resource]), Damage("a")).Up("a"));
    }

    [Fact]
    public void Slip_stretches_gates_and_work_but_not_waiting()
    {
        // Slip 2: gate 10 x 2 = 20, gate with exponent 0: 5, work 10 x 2 = 20, waiting 7: 20 + 5 + 20 + 7 = 52.
        var outage = Hit(HitKind.Damaged, [Ref("h")], "a") with
        {
            Gates = [Gate("g", 10), Gate("h", 5, Ref("g")) with { SlipExponent = 0 }],
            Slip = Distribution.Fixed(2),
        };

        Assert.Equal(52, Run(Region(Team(1), [Resource("a", work: 10, waiting: 7)]), outage).Up("a"));
    }

    [Fact]
    public void A_fleet_returns_batch_by_batch()
    {
        // 4 batches of 2 h, 1 person, waiting 3 h each: shares 1/4 at 5, 2/4 at 7, 3/4 at 9, 1 at 11. Emergency level 0.5 at 7.
        var fleet = Resource("pcs", work: 8, waiting: 3, people: 9) with { Batches = 4, RestartFailure = 1, RestartRepeat = 1 };
        var result = Run(Region(Team(1), [fleet], Service("s", Need("pcs"))), Damage("pcs"));

        var service = result.ServiceOf("s");
        Assert.Equal((5, 7, 11), (service.First.P50, service.Emergency.P50, service.Own.P50));
        Assert.Equal(11, result.Up("pcs"));

        // Lost: 5 h x 1 + 2 h x 3/4 + 2 h x 2/4 + 2 h x 1/4 = 8 h.
        Assert.Equal(8 / 24.0, service.DaysLost.Mean, 1e-6);
    }

    [Fact]
    public void Capacity_is_the_least_group_of_the_greatest_member()
    {
        // Group 1: a (10 h) or b at 0.6 (never hit): 0.6 until 10. Group 2: c (4 h): 0 until 4. So 0, 0.6 from 4, 1 from 10.
        var region = Region(
            Team(2),
            [Resource("a", work: 10), Resource("b"), Resource("c", work: 4)],
            Service("s", OneOf(("a", 1), ("b", 0.6)), Need("c")) with { EmergencyLevel = 0.7 });
        var service = Run(region, Damage("a", "c")).ServiceOf("s");

        Assert.Equal((4, 10, 10), (service.First.P50, service.Emergency.P50, service.Own.P50));
        Assert.Equal((4 + 6 * 0.4) / 24, service.DaysLost.Mean, 1e-6);
    }

    [Fact]
    public void Of_own_share_and_needs_the_lesser_counts_not_the_product()
    {
        // Needs give 0.5 all along; the first of two batches is up at 2: min(0.5, 0.5) reaches the level of 0.5 then, while 0.25 would not.
        var fleet = Resource("pcs", work: 4) with { Batches = 2, Needs = [OneOf(("b", 0.5))] };

        Assert.Equal(2, Run(Region(Team(1), [fleet, Resource("b")], Service("s", Need("pcs"))), Damage("pcs")).ServiceOf("s").Emergency.P50);
    }

    [Fact]
    public void Capacities_multiply_along_needs()
    {
        // r is at 0.5 while only its member b works, and s reaches 0.8 with r: 0.4 until a is back.
        var r = Resource("r") with { Needs = [OneOf(("a", 1), ("b", 0.5))] };
        var region = Region(Team(1), [Resource("a", work: 10), Resource("b"), r], Service("s", OneOf(("r", 0.8))) with { EmergencyLevel = 0.5 });
        var service = Run(region, Damage("a")).ServiceOf("s");

        Assert.Equal((0, 10), (service.First.P50, service.Emergency.P50));
        Assert.Equal(double.PositiveInfinity, service.Own.P50); // 0.8 is the best it ever reaches
    }

    [Fact]
    public void A_level_is_not_missed_by_rounding()
    {
        // 0.7 x 0.8 is 0.5599999999999999 in floating point.
        var r = Resource("r") with { Needs = [OneOf(("a", 1), ("b", 0.8))] };
        var region = Region(Team(1), [Resource("a", work: 10), Resource("b"), r], Service("s", OneOf(("r", 0.7))) with { EmergencyLevel = 0.56 });

        Assert.Equal(0, Run(region, Damage("a")).ServiceOf("s").Emergency.P50);
    }

    [Fact]
    public void Work_waits_for_the_needs_unless_prerequisites_say_otherwise()
    {
        // Two people. a: 10 h. b needs a, so 10-15. c needs a but may be prepared at once: works 0-5 and is up with a at 10.
        var c = Resource("c", work: 5, needs: Need("a")) with { Prerequisites = [] };
        var result = Run(Region(Team(2), [Resource("a", work: 10), Resource("b", work: 5, needs: Need("a")), c]), Damage("a", "b", "c"));

        Assert.Equal((15, 10), (result.Up("b"), result.Up("c")));
    }

    [Fact]
    public void One_member_of_each_prerequisite_group_suffices()
    {
        // a: 10 h, b: 4 h with any capacity. c may start at 4 although a is still down: 4-7.
        var c = Resource("c", work: 3) with { Prerequisites = [OneOf(("a", 1), ("b", 0.1))] };

        Assert.Equal(7, Run(Region(Team(2), [Resource("a", work: 10), Resource("b", work: 4), c]), Damage("a", "b", "c")).Up("c"));
    }

    [Fact]
    public void A_fleet_serves_as_prerequisite_with_its_first_batch()
    {
        // 10 batches of 1 h, 2 people: 2 batches at 1; b (RTO 1 through s) takes the next free person: 1-3.
        var region = Region(
            Team(2),
            [Resource("pcs", work: 10) with { Batches = 10 }, Resource("b", work: 2) with { Prerequisites = [Need("pcs")], RequiredTimeOverride = 1 }]);

        Assert.Equal(3, Run(region, Damage("pcs", "b")).Up("b"));
    }

    [Fact]
    public void Gates_wait_for_gates_and_resources()
    {
        // a is isolated by g (4 h). h begins when g has passed and a is available: 4-9. b works 9-11.
        var outage = new OutageInput
        {
            Gates = [Gate("g", 4), Gate("h", 5) with { AfterResources = [Ref("a")] }],
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("a"), HitKind.Isolated, 1, [Ref("g")]), new(Ref("b"), HitKind.Damaged, 1, [Ref("h")])] }],
        };

        Assert.Equal(11, Run(Region(Team(1), [Resource("a"), Resource("b", work: 2)]), outage).Up("b"));
    }

    [Fact]
    public void The_greatest_kind_counts_with_the_gates_of_all_hits_of_that_kind()
    {
        // Damaged twice (gates 3 h and 6 h), isolated once (gate 50 h, does not count): work 6-16.
        var outage = new OutageInput
        {
            Gates = [Gate("three", 3), Gate("six", 6), Gate("fifty", 50)],
            Hits =
            [
                new() { Key = Ref("one"), Members = [new(Ref("a"), HitKind.Damaged, 1, [Ref("three")]), new(Ref("a"), HitKind.Isolated, 1, [Ref("fifty")])] },
                new() { Key = Ref("two"), Members = [new(Ref("a"), HitKind.Damaged, 1, [Ref("six")])] },
            ],
        };

        Assert.Equal(16, Run(Region(Team(1), [Resource("a", work: 10)]), outage).Up("a"));
    }

    [Fact]
    public void Members_fall_together_with_their_group_and_inner_groups_only_with_the_outer_one()
    {
        // Outer 0.5, inner 0.5 of that, members always: hit in about 50 % and 25 % of 4000 runs (3 standard errors: 2.4 points).
        var outage = new OutageInput
        {
            Hits =
            [
                new()
                {
                    Key = Ref("outer"),
                    Chance = 0.5,
                    Members = [Always("a"), Always("b")],
                    Groups = [new() { Key = Ref("inner"), Chance = 0.5, Members = [Always("c")] }],
                },
            ],
        };
        var region = Region(Team(1), [Resource("a", waiting: 5), Resource("b", waiting: 5), Resource("c", waiting: 5)], Service("both", OneOf(("a", 1), ("b", 1))), Service("any", Need("a"), Need("b"), Need("c")));
        var result = Run(region, outage, new() { Runs = 4000 });

        Assert.InRange(result.ResourceOf("a").ChanceHit, 0.476, 0.524);
        Assert.InRange(result.ResourceOf("c").ChanceHit, 0.23, 0.27);

        // a and b always fall together, and c never without them: all three services see the same chance.
        Assert.Equal(result.ResourceOf("a").ChanceHit, result.ServiceOf("both").ChanceAffected);
        Assert.Equal(result.ResourceOf("a").ChanceHit, result.ServiceOf("any").ChanceAffected);
    }

    [Fact]
    public void A_resource_in_two_groups_has_luck_of_its_own_in_each()
    {
        // 1 - 0.5 x 0.5 = 0.75; with the same luck in both it would be 0.5.
        var outage = new OutageInput
        {
            Hits = [new() { Key = Ref("one"), Members = [Always("a") with { Chance = 0.5 }] }, new() { Key = Ref("two"), Members = [Always("a") with { Chance = 0.5 }] }],
        };

        Assert.InRange(Run(Region(Team(1), [Resource("a", waiting: 1)]), outage, new() { Runs = 4000 }).ResourceOf("a").ChanceHit, 0.73, 0.77);
    }

    [Fact]
    public void Members_of_a_group_share_its_severity()
    {
        // Each with the chance S. Of the same severity, all three fall together with the mean of S^3, 1/4; each alone with 1/2. Independent they would with 1/8.
        var members = new[] { "a", "b", "c" }.Select(key => Always(key) with { Chance = 0, ChanceBySeverity = 1 });
        var region = Region(Team(1), [Resource("a", waiting: 5), Resource("b", waiting: 5), Resource("c", waiting: 5)], Service("all", OneOf(("a", 1), ("b", 1), ("c", 1))));
        var result = Run(region, new() { Hits = [new() { Key = Ref("group"), Members = [.. members] }] }, new() { Runs = 4000 });

        Assert.InRange(result.ResourceOf("a").ChanceHit, 0.476, 0.524);
        Assert.InRange(result.ServiceOf("all").ChanceAffected, 0.23, 0.27);
    }

    [Fact]
    public void Groups_depend_on_the_severity_around_them()
    {
        // Outermost groups: 1 - S of the outage, so that both are hit with the mean of (1 - S)^2, 1/3. The inner one, with the S of its group: 1/2 x 1/2.
        static HitGroupInput Group(string key, params HitGroupInput[] inner) =>
            new() { Key = Ref(key), Chance = 1, ChanceBySeverity = -1, Members = [Always(key)], Groups = inner };
        var outage = new OutageInput { Hits = [Group("a", new HitGroupInput { Key = Ref("c"), Chance = 0, ChanceBySeverity = 1, Members = [Always("c")] }), Group("b")] };
        var region = Region(Team(1), [Resource("a", waiting: 5), Resource("b", waiting: 5), Resource("c", waiting: 5)], Service("both", OneOf(("a", 1), ("b", 1))));
        var result = Run(region, outage, new() { Runs = 4000 });

        Assert.InRange(result.ServiceOf("both").ChanceAffected, 0.31, 0.357);
        Assert.InRange(result.ResourceOf("c").ChanceHit, 0.229, 0.271);
    }

    [Fact]
    public void A_resource_that_reaches_its_usual_capacity_counts_as_fully_up()
    {
        // r never has more than 0.5 through b; not hit, it is up from 0 on.
        var r = Resource("r") with { Needs = [OneOf(("b", 0.5))] };

        Assert.Equal(0, Run(Region(Team(1), [Resource("b"), r]), new()).Up("r"));
    }

    private static HitInput Always(string key) => new(Ref(key), HitKind.Damaged, 1, []);
}
