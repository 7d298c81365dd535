using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests;

public sealed class OutageSimulationTests
{
    private static readonly RegionInput Small = Region(Team(1), [Resource("a", work: 1)], Service("s", Need("a")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Progress_reaches_the_number_of_runs(int threads)
    {
        var told = new Told();
        OutageSimulation.Run(Small, Damage("a"), new() { Runs = 100, Threads = threads }, told, TestContext.Current.CancellationToken);

        Assert.Equal(100, told.Greatest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancelling_stops_between_two_blocks(int threads)
    {
        using var source = new CancellationTokenSource();
        var told = new Told { OnReport = source.Cancel };

        Assert.Throws<OperationCanceledException>(() => OutageSimulation.Run(Small, Damage("a"), new() { Runs = 1_000_000, Threads = threads }, told, source.Token));
        Assert.InRange(told.Greatest, 1, 3 * 64);
    }

    [Fact]
    public void Times_of_single_runs_are_those_the_quantiles_are_made_of()
    {
        var slow = Resource("a") with { RestoreWork = Distribution.LogNormal(10, 1) };
        var service = Service("s", OneOf(("a", 1))) with { EmergencyLevel = 0.5, Substitutes = [Substitute("paper", 2, 0.4)] };
        var region = Region(Team(1), [slow], service);
        var options = new RunOptions { Runs = 101, Seed = 7, Threads = 2 };
        var played = new List<RunsOfBody>();
        OutageSimulation.Play(region, Damage("a"), options, played.Add, ct: TestContext.Current.CancellationToken);
        var times = Assert.Single(Assert.Single(played).Services);
        float[] own = times.Own.ToArray();
        var result = Run(region, Damage("a"), options).ServiceOf("s");

        Assert.Equal(options.Runs, own.Length);
        Assert.Equal(result.Own.P50, own.Order().ElementAt(50));
        Assert.Equal(result.Emergency.P90, times.Emergency.ToArray().Order().ElementAt(90));
        Assert.Equal(times.Emergency.ToArray(), own);
        Assert.Equal(own.Select(hours => Math.Min(hours, 2)), times.First.ToArray());
    }

    [Fact]
    public void Results_come_in_the_order_of_the_input()
    {
        var region = Region(
            new BodyInput { Key = "z", Team = Team(1), Resources = [Resource("b", needs: Need("a", body: "z")), Resource("a")], Services = [Service("t"), Service("s")] },
            new BodyInput { Key = "a", Team = Team(1) });
        var result = Run(region, new(), new() { Runs = 3, Seed = 9 });

        Assert.Equal(["z", "a"], result.Bodies.Select(b => b.Key));
        Assert.Equal(["b", "a"], result.Bodies[0].Resources.Select(r => r.Key));
        Assert.Equal(["t", "s"], result.Bodies[0].Services.Select(s => s.Key));
        Assert.Equal((3, 9UL, "3"), (result.Runs, result.Seed, result.EngineVersion));
    }

    [Fact]
    public void A_region_is_weighed_by_the_cases_of_all_its_services()
    {
        // Town a: 30 cases, back at 10; town b: 10 cases, back at 20; the provider delivers nothing itself and does not count.
        var result = Run(Region(Town("a", 30), Town("b", 10), new BodyInput { Key = "provider", Team = Team(1) }), new()
        {
            Hits = [new() { Key = Ref("all"), Members = [new(Ref("r", "a"), HitKind.Damaged, 1, []), new(Ref("r", "b"), HitKind.Damaged, 1, [])] }],
        });

        Assert.Equal(0.75, result.Total.Curve.Own.P50[5]); // 12 h
        Assert.Equal(1, result.Bodies[2].Total.Curve.Own.P50[0]);
        Assert.Equal(30 / 24.0, result.Total.DaysLost.Mean, 1e-9);
        Assert.Equal([30 / 24.0], result.Total.DaysLostByRun);

        static BodyInput Town(string key, double cases) => new()
        {
            Key = key,
            Team = Team(0),
            Resources = [Resource("r", waiting: key == "a" ? 10 : 20)],
            Services = [Service("s", Need("r", body: key)) with { CasesPerWeek = cases }],
        };
    }

    [Fact]
    public void The_curve_grid_ascends_from_zero_to_the_horizon()
    {
        var hours = Run(Small, new()).Total.Curve.Hours;

        Assert.Equal([0, 1, 2, 4, 8, 12, 18, 24, 48], hours.Take(9));
        Assert.Equal(OutageSimulation.Horizon, hours[^1]);
        Assert.Equal(hours.Order().Distinct(), hours);
        Assert.InRange(hours.Count, 70, 90);
    }

    private sealed class Told : IProgress<int>
    {
        private readonly Lock _lock = new();

        public int Greatest { get; private set; }

        public Action OnReport { get; init; } = () => { };

        public void Report(int value)
        {
            lock (_lock) Greatest = Math.Max(Greatest, value);
            OnReport();
        }
    }
}
