using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Bodies that have nothing to do with one another are played apart.</summary>
public sealed class RegionPartsTests
{
    [Fact]
    public void Bodies_alone_are_parts_of_their_own()
    {
        var region = Region(One("a"), One("b"), One("c"));

        Assert.Equal([[0], [1], [2]], Parts(region, new()));
    }

    [Fact]
    public void Whatever_joins_two_bodies_keeps_them_together()
    {
        Assert.Equal([[0, 2], [1]], Parts(Region(One("a"), One("b"), One("c", Need("r", body: "a"))), new()));
        Assert.Equal([[0, 1], [2]], Parts(Region(One("a"), One("b") with { Services = [Service("s") with { Substitutes = [Substitute("other", 1, 1) with { Partner = Ref("s", "a") }] }] }, One("c")), new()));
        Assert.Equal([[0], [1, 2]], Parts(Region(One("a"), One("b"), One("c")), new() { Gates = [GateOf("b") with { AfterResources = [Ref("r", "c")] }] }));
        Assert.Equal([[0], [1, 2]], Parts(Region(One("a"), One("b"), One("c")), new() { Gates = [GateOf("b") with { DetectedBy = ["c"] }] }));
        Assert.Equal([[0, 1], [2]], Parts(Region(One("a"), One("b"), One("c")), new() { Gates = [GateOf("b")], Hits = [Group("a", new HitInput(Ref("r", "a"), HitKind.Damaged, 1, [GateOf("b").Key]))] }));
    }

    [Fact]
    public void A_group_that_hits_two_parts_hits_them_in_the_same_runs()
    {
        var (a, b) = (new HitInput(Ref("r", "a"), HitKind.Damaged, 1, []), new HitInput(Ref("r", "b"), HitKind.Damaged, 1, []));
        var result = Run(Region(One("a"), One("b")), new() { Hits = [Group("a", a, b) with { Chance = 0.5 }] }, new() { Runs = 400 });

        // Both or neither: the sum over both is 0 or two equal shares.
        Assert.All(result.Total.DaysLostByRun.Zip(result.Bodies[0].Total.DaysLostByRun), pair => Assert.Equal(2 * pair.Second, pair.First, 1e-9));
        Assert.InRange(result.Bodies[0].Services[0].ChanceAffected, 0.4, 0.6);
    }

    [Fact]
    public void Two_networks_side_by_side_fare_as_each_alone()
    {
        foreach (var seed in Trial.Seeds(20))
        {
            var (one, other) = (RandomNetwork.Of(seed), RandomNetwork.Of(seed + 1000));
            if (one.Outage.Starts != other.Outage.Starts || one.Outage.Slip != other.Outage.Slip) continue;
            var options = new RunOptions { Runs = 70, Seed = seed, Threads = 2 };
            var (region, outage) = Beside(one, Renamed(other));
            options = options with { Points = PointPlan.Of(region, outage) };
            var (alone, together) = (Run(one.Region, one.Outage, options), Run(region, outage, options));

            foreach (var (expected, actual) in alone.Bodies.Zip(together.Bodies))
            {
                Assert.Equal(expected.Total.DaysLostByRun, actual.Total.DaysLostByRun);
                Assert.Equal(expected.Services.Select(s => (s.First, s.Emergency, s.Own, s.Cleared)), actual.Services.Select(s => (s.First, s.Emergency, s.Own, s.Cleared)));
            }
        }
    }

    [Fact]
    public void What_is_not_asked_for_changes_nothing_else()
    {
        foreach (var seed in Trial.Seeds(20))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 70, Seed = seed };
            var all = Run(network.Region, network.Outage, options);
            foreach (var figures in Enum.GetValues<Figures>())
            {
                var some = Run(network.Region, network.Outage, options with { Figures = figures | Figures.Intervals });
                foreach (var (expected, actual) in all.Bodies.Zip(some.Bodies))
                {
                    Assert.Equal(expected.Total.DaysLostByRun, actual.Total.DaysLostByRun);
                    foreach (var (whole, part) in expected.Services.Zip(actual.Services))
                    {
                        Assert.True(figures.HasFlag(Figures.Times) ? whole.Own == part.Own && whole.MtpdExceeded == part.MtpdExceeded : double.IsNaN(part.Own.P50));
                        Assert.True(figures.HasFlag(Figures.Backlog) ? whole.Cleared == part.Cleared : double.IsNaN(part.Cleared.P50));
                        Assert.True(figures.HasFlag(Figures.DaysLost) ? whole.DaysLost == part.DaysLost : double.IsNaN(part.DaysLost.Mean));
                        Assert.Equal(figures.HasFlag(Figures.States) ? whole.States.Normal : [], part.States.Normal);
                    }

                    Assert.Equal(figures.HasFlag(Figures.Curves) ? expected.Total.Curve.Own.P50 : [], actual.Total.Curve.Own.P50);
                    Assert.True(figures.HasFlag(Figures.Cost) ? expected.Total.Cost == actual.Total.Cost : double.IsNaN(actual.Total.Cost.Staff.Mean));
                    Assert.Equal(figures.HasFlag(Figures.Resources) ? expected.Resources : [], actual.Resources);
                }
            }
        }
    }

    private static int[][] Parts(RegionInput region, OutageInput outage) => [.. RegionParts.Of(region, outage, new()).Select(p => p.Bodies)];

    private static BodyInput One(string key, params NeedGroupInput[] needs) => new()
    {
        Key = key,
        Team = Team(1),
        Resources = [Resource("r", work: 10)],
        Services = [Service("s", [Need("r", body: key), .. needs])],
    };

    private static GateInput GateOf(string body) => new() { Key = Ref("gate", body), Duration = Distribution.Fixed(1) };

    private static HitGroupInput Group(string body, params HitInput[] members) => new() { Key = Ref("segment", body), Members = members };

    private static (RegionInput Region, OutageInput Outage) Beside(RandomNetwork one, (RegionInput Region, OutageInput Outage) other) => (
        new() { Bodies = [.. one.Region.Bodies, .. other.Region.Bodies] },
        one.Outage with { Gates = [.. one.Outage.Gates, .. other.Outage.Gates], Hits = [.. one.Outage.Hits, .. other.Outage.Hits] });

    private static (RegionInput Region, OutageInput Outage) Renamed(RandomNetwork network)
    {
        return (
            new() { Bodies = [.. network.Region.Bodies.Select(Body)] },
            network.Outage with { Gates = [.. network.Outage.Gates.Select(GateAs)], Hits = [.. network.Outage.Hits.Select(HitAs)] });

        EntityRef As(EntityRef key) => key with { Body = "other" + key.Body };
        IReadOnlyList<EntityRef> AllAs(IReadOnlyList<EntityRef> keys) => [.. keys.Select(As)];
        IReadOnlyList<NeedGroupInput> NeedsAs(IReadOnlyList<NeedGroupInput> groups) => [.. groups.Select(g => new NeedGroupInput([.. g.Members.Select(m => m with { Resource = As(m.Resource) })]))];
        BodyInput Body(BodyInput body) => body with
        {
            Key = "other" + body.Key,
            Resources = [.. body.Resources.Select(r => r with { Needs = NeedsAs(r.Needs), Prerequisites = r.Prerequisites is null ? null : NeedsAs(r.Prerequisites) })],
            Services = [.. body.Services.Select(s => s with { Needs = NeedsAs(s.Needs), Substitutes = [.. s.Substitutes.Select(u => u with { Needs = NeedsAs(u.Needs), Partner = u.Partner is { } p ? As(p) : null })] })],
        };
        GateInput GateAs(GateInput gate) => gate with { Key = As(gate.Key), After = AllAs(gate.After), AfterResources = AllAs(gate.AfterResources), DetectedBy = [.. gate.DetectedBy.Select(b => "other" + b)] };
        HitGroupInput HitAs(HitGroupInput group) => group with
        {
            Key = As(group.Key),
            Members = [.. group.Members.Select(m => m with { Resource = As(m.Resource), Gates = AllAs(m.Gates) })],
            Groups = [.. group.Groups.Select(HitAs)],
        };
    }
}
