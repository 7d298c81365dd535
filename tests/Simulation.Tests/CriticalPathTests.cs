using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests;

public sealed class CriticalPathTests
{
    [Fact]
    public void The_path_tells_what_was_waited_for_last()
    {
        // Gate g 0-5. One person: x (more urgent) 5-8, then a 8-12 in two parts of 2 h; half again 12-14; waiting 3 h: 17.
        var a = Resource("a", work: 4, waiting: 3, people: 2) with { RestartFailure = 1, RestartRepeat = 0.5 };
        var region = Region(Team(1), [a, Resource("b", needs: Need("a")), Resource("x", work: 3) with { RequiredTimeOverride = 0 }], Service("s", Need("b"), Need("x")));
        var outage = Hit(HitKind.Damaged, [Ref("g")], "a", "x") with { Gates = [Gate("g", 5)] };

        var path = Explain(region, outage);

        Assert.Equal(
            [
                new(CriticalStepKind.Gate, Ref("g"), 0, 5),
                new(CriticalStepKind.WaitForPeople, Ref("a"), 5, 8),
                new(CriticalStepKind.Work, Ref("a"), 8, 12),
                new(CriticalStepKind.Rework, Ref("a"), 12, 14),
                new(CriticalStepKind.Waiting, Ref("a"), 14, 17),
            ],
            path.Steps);
    }

    [Fact]
    public void The_path_goes_back_over_prerequisites_gates_and_fleets()
    {
        // b isolated by g (4 h); h begins with b and lasts 6: 10. Fleet of 20 batches of 1 h, one person: 10-29 for 0.95 (19 batches), 30 in all.
        var region = Region(Team(1), [Resource("b"), Resource("pcs", work: 20) with { Batches = 20 }], Service("s", Need("pcs")));
        var outage = new OutageInput
        {
            Gates = [Gate("g", 4), Gate("h", 6) with { AfterResources = [Ref("b")] }],
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("b"), HitKind.Isolated, 1, [Ref("g")]), new(Ref("pcs"), HitKind.Damaged, 1, [Ref("h")])] }],
        };

        Assert.Equal(
            [new(CriticalStepKind.Gate, Ref("g"), 0, 4), new(CriticalStepKind.Gate, Ref("h"), 4, 10), new(CriticalStepKind.Work, Ref("pcs"), 10, 29)],
            Explain(region, outage).Steps);
    }

    [Fact]
    public void Of_alternatives_the_one_that_came_first_is_followed()
    {
        var region = Region(Team(0), [Resource("a", waiting: 10), Resource("b", waiting: 4)], Service("s", OneOf(("a", 1), ("b", 1))));

        Assert.Equal([new(CriticalStepKind.Waiting, Ref("b"), 0, 4)], Explain(region, Damage("a", "b")).Steps);
    }

    [Fact]
    public void The_run_with_the_median_is_followed()
    {
        // Waiting 0..1 evenly spread over many runs; the path ends at the median of the result.
        var region = Region(Team(0), [Resource("a") with { Waiting = Distribution.Triangular(10, 20, 90) }], Service("s", Need("a")));
        var options = new RunOptions { Runs = 101, Threads = 2 };
        var path = OutageSimulation.Explain(region, Damage("a"), options, Ref("s"));

        Assert.Equal(Run(region, Damage("a"), options).ServiceOf("s").Own.P50, path.Steps[^1].To, 1e-3);
    }

    [Fact]
    public void A_service_that_is_mostly_not_hit_has_no_steps()
        => Assert.Empty(Explain(Region(Team(1), [Resource("a")], Service("s", Need("a"))), new()).Steps);

    [Fact]
    public void A_service_that_mostly_never_returns_is_explained_by_its_longest_finite_run()
    {
        // The group is hit in most runs and nobody can work; in the others the service is never down, so there is nothing to explain.
        var region = Region(Team(0), [Resource("a", work: 1), Resource("b", waiting: 7)], Service("s", Need("a"), Need("b")));
        var outage = new OutageInput
        {
            Hits =
            [
                new() { Key = Ref("often"), Chance = 0.8, Members = [new(Ref("a"), HitKind.Damaged, 1, [])] },
                new() { Key = Ref("always"), Members = [new(Ref("b"), HitKind.Damaged, 1, [])] },
            ],
        };
        var path = OutageSimulation.Explain(region, outage, new() { Runs = 50 }, Ref("s"));

        Assert.Equal([new(CriticalStepKind.Waiting, Ref("b"), 0, 7)], path.Steps);
        Assert.Empty(OutageSimulation.Explain(region, Damage("a"), new() { Runs = 50 }, Ref("s")).Steps);
    }

    [Fact]
    public void An_unknown_service_is_refused()
        => Assert.Throws<ArgumentException>(() => OutageSimulation.Explain(Region(Team(1), []), new(), new(), Ref("s")));

    [Fact]
    public void Paths_have_no_gaps_and_end_with_the_own_return()
    {
        var explained = 0;
        foreach (var seed in Trial.Seeds(150))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 5, Seed = seed };
            foreach (var (service, runs) in AllRuns.Of(network.Region, network.Outage, options).Services())
            {
                var path = OutageSimulation.Explain(network.Region, network.Outage, options, service);
                if (path.Steps.Count == 0) continue;
                explained++;
                Assert.Equal(0, path.Steps[0].From, 1e-6);
                Assert.Equal(runs.Own[path.Run], path.Steps[^1].To, 0.01);
                for (var i = 1; i < path.Steps.Count; i++) Assert.Equal(path.Steps[i - 1].To, path.Steps[i].From);
                Assert.All(path.Steps, step => Assert.True(step.From < step.To));
            }
        }

        Assert.True(explained > 100, $"Only {explained} paths.");
    }

    private static CriticalPath Explain(RegionInput region, OutageInput outage) => OutageSimulation.Explain(region, outage, new() { Runs = 1 }, Ref("s"));
}
