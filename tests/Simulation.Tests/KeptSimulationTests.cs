using System.Text.Json;
using System.Text.Json.Serialization;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>What a change does is the same whether everything is played again or only what it reaches.</summary>
public sealed class KeptSimulationTests
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly Func<BodyInput, BodyInput>[] Changes =
    [
        body => body with { Team = body.Team with { People = body.Team.People + 1 } },
        body => body with { Resources = [.. body.Resources.Select(r => r with { RestoreWork = Distribution.Fixed(33) })] },
        body => body with { Resources = [.. body.Resources.Skip(1), .. body.Resources.Take(1)] },
        body => body with { Resources = [.. body.Resources, new() { Key = "new", RestoreWork = Distribution.Fixed(4) }] },
        body => body with { Resources = [.. body.Resources.Select(r => r with { Needs = [.. r.Needs.Skip(1)], Prerequisites = null })] },
        body => body with { Services = [.. body.Services.Select(s => s with { Substitutes = [] })] },
        body => body with { Services = [.. body.Services.Select(s => s with { EmergencyLevel = 0.3, CasesPerWeek = 7 })] },
        body => body with { Services = [.. body.Services.Select(s => s with { Mtpd = 5, Rpo = 1 })] },
        body => body with { Services = [.. body.Services.Skip(1)] },
        body => body with { Services = [.. body.Services, Service("new", [.. body.Resources.Select(r => Need(r.Key, body: body.Key))])] },
    ];

    [Theory]
    [InlineData(false, Figures.All)]
    [InlineData(true, Figures.All)]
    [InlineData(false, Figures.Times | Figures.DaysLost | Figures.Curves)]
    public void A_change_of_one_body_gives_the_bytes_of_a_new_simulation(bool withRestartPlan, Figures figures)
    {
        var (partial, reused) = (0, 0);
        foreach (var seed in Trial.Seeds(60))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 70, Seed = seed, Threads = 1 + (int)(seed % 2), Figures = figures, RestartOrder = withRestartPlan ? network.Resources : null };
            var kept = KeptSimulation.Run(network.Region, network.Outage, options, TestContext.Current.CancellationToken);
            options = options with { Points = PointPlan.Of(network.Region, network.Outage) };
            foreach (var (number, body) in network.Region.Bodies.Index())
            {
                var change = Changes[(int)(seed + (ulong)number) % Changes.Length](body);
                var region = new RegionInput { Bodies = [.. network.Region.Bodies.Select(b => b == body ? change : b)] };
                if (RegionCheck.FindProblems(region, network.Outage).Count > 0) continue;
                var expected = Run(region, network.Outage, options);
                var actual = kept.With(region, network.Outage, TestContext.Current.CancellationToken);

                Assert.Equal(Bytes(expected.Bodies), Bytes(actual.Bodies));
                Assert.All(expected.Total.DaysLostByRun.Zip(actual.Total.DaysLostByRun), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
                Assert.All(expected.Total.Curve.Own.P50.Zip(actual.Total.Curve.Own.P50), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
                if (kept.Partial(region, network.Outage, TestContext.Current.CancellationToken) is not { } result) continue;
                partial++;
                reused += result.Bodies.Zip(kept.Result.Bodies).Count(pair => ReferenceEquals(pair.First, pair.Second));
            }
        }

        Assert.True(partial > 50, $"Only {partial} changes were built upon what was kept.");
        Assert.True(reused > 20, $"Only {reused} bodies were not played again.");
    }

    [Fact]
    public void A_changed_outage_is_played_anew()
    {
        var network = RandomNetwork.Of(3);
        var options = new RunOptions { Runs = 70 };
        var kept = KeptSimulation.Run(network.Region, network.Outage, options, TestContext.Current.CancellationToken);
        var later = network.Outage with { Slip = Distribution.Fixed(2) };

        Assert.Null(kept.Partial(network.Region, later, TestContext.Current.CancellationToken));
        Assert.Equal(
            Bytes(Run(network.Region, later, options with { Points = PointPlan.Of(network.Region, network.Outage) })),
            Bytes(kept.With(network.Region, later, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Equal_inputs_in_other_objects_are_no_change()
    {
        foreach (var seed in Trial.Seeds(20))
        {
            var (network, same) = (RandomNetwork.Of(seed), RandomNetwork.Of(seed));
            var kept = KeptSimulation.Run(network.Region, network.Outage, new() { Runs = 8 }, TestContext.Current.CancellationToken);
            Assert.Same(kept.Result, kept.With(same.Region, same.Outage, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void A_customer_is_played_without_its_provider_and_without_its_neighbours()
    {
        var region = Region([Body("provider", []), .. Enumerable.Range(0, 5).Select(i => Body($"town{i}", [Need("r", body: "provider")]))]);
        var outage = new OutageInput { Hits = [new() { Key = Ref("all", "provider"), Chance = 0.5, Members = [.. region.Bodies.Select(b => new HitInput(Ref("r", b.Key), HitKind.Damaged, 0.7, []))] }] };
        var kept = KeptSimulation.Run(region, outage, new() { Runs = 100 }, TestContext.Current.CancellationToken);
        var slower = new RegionInput { Bodies = [.. region.Bodies.Select(b => b.Key == "town2" ? b with { Resources = [Resource("r", work: 100, needs: [Need("r", body: "provider")])] } : b)] };
        var result = kept.Partial(slower, outage, TestContext.Current.CancellationToken)!;

        Assert.Equal([true, true, true, false, true, true], kept.Result.Bodies.Zip(result.Bodies).Select(pair => ReferenceEquals(pair.First, pair.Second)));
        Assert.Equal(Bytes(Run(slower, outage, new() { Runs = 100, Points = PointPlan.Of(region, outage) }).Bodies), Bytes(result.Bodies));
        Assert.True(result.Bodies[3].Services[0].Own.P90 > kept.Result.Bodies[3].Services[0].Own.P90 + 50);
    }

    [Fact]
    public void An_impossible_change_is_refused_like_any_other_input()
    {
        var region = Region(Body("a", []), Body("b", [Need("r", body: "a")]));
        var outage = Damage("r") with { Hits = [] };
        var kept = KeptSimulation.Run(region, outage, new() { Runs = 10 }, TestContext.Current.CancellationToken);
        foreach (var wrong in new[] { Body("a", [Need("r", body: "b")]), Body("a", [Need("missing", body: "b")]), Body("a", [Need("r", body: "nobody")]) })
        {
            var changed = new RegionInput { Bodies = [wrong, region.Bodies[1]] };
            Assert.Throws<ArgumentException>(() => kept.With(changed, outage, TestContext.Current.CancellationToken));
        }
    }

    private static BodyInput Body(string key, NeedGroupInput[] needs) => new()
    {
        Key = key,
        Team = Team(1),
        Resources = [Resource("r", work: 10, needs: needs)],
        Services = [Service("s", Need("r", body: key))],
    };

    private static string Bytes<T>(T result) => JsonSerializer.Serialize(result, Json);
}
