using System.Text.Json;
using System.Text.Json.Serialization;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests.Properties;

/// <summary>What must hold of every result, on random networks that use every feature.</summary>
public sealed class ResultProperties
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        foreach (var seed in Trial.Seeds(40))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 70, Seed = seed };
            var one = Bytes(Model.Run(network.Region, network.Outage, options));

            Assert.Equal(one, Bytes(Model.Run(network.Region, network.Outage, options with { Threads = 2 })));
            Assert.Equal(one, Bytes(Model.Run(network.Region, network.Outage, options with { Threads = 3 })));
        }
    }

    [Fact]
    public void Another_body_or_resource_does_not_change_the_luck_of_the_others()
    {
        foreach (var seed in Trial.Seeds(40))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 30, Seed = seed };
            var before = Model.Run(network.Region, network.Outage, options);
            var after = Model.Run(WithMore(network.Region), WithMoreHits(network.Outage), options);

            foreach (var body in before.Bodies)
            {
                var same = after.Bodies.Single(b => b.Key == body.Key);
                Assert.Equal(Bytes(body), Bytes(same with { Resources = [.. same.Resources.Where(r => r.Key != "new")] }));
            }
        }
    }

    [Fact]
    public void Stretching_all_durations_stretches_all_times()
    {
        var compared = 0;
        foreach (var seed in Trial.Seeds(300))
        {
            var network = RandomNetwork.Of(seed, new() { WorkWindows = false });
            var options = new RunOptions { Runs = 4, Seed = seed };
            var before = AllRuns.Of(network.Region, network.Outage, options).Services().ToArray();
            var region = new RegionInput { Bodies = [.. network.Region.Bodies.Select(b => Changes.Stretch(b, 3))] };
            var after = AllRuns.Of(region, Changes.Stretch(network.Outage, 3), options).Services().ToArray();
            foreach (var ((_, once), (_, thrice)) in before.Zip(after))
            {
                compared += Compare(once.First, thrice.First) + Compare(once.Emergency, thrice.Emergency);
                compared += Compare(once.Own, thrice.Own) + Compare(once.Cleared, thrice.Cleared);
            }
        }

        Assert.True(compared > 3000, $"Only {compared} times above 0 compared.");

        static int Compare(float[] once, float[] thrice)
        {
            var compared = 0;
            for (var run = 0; run < once.Length; run++)
            {
                // Only the horizon does not stretch.
                if (3 * once[run] >= OutageSimulation.Horizon) continue;
                Assert.Equal(3 * once[run], thrice[run], 1e-5f * once[run]);
                if (once[run] > 0) compared++;
            }

            return compared;
        }
    }

    [Fact]
    public void A_substitute_never_makes_first_or_emergency_later_and_leaves_own_alone()
    {
        var earlier = 0;
        foreach (var seed in Trial.Seeds(300))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 4, Seed = seed };
            var with = AllRuns.Of(network.Region, network.Outage, options).Services();
            var without = AllRuns.Of(WithoutSubstitutes(network.Region), network.Outage, options).Services();
            foreach (var ((_, more), (_, less)) in with.Zip(without))
            {
                for (var run = 0; run < options.Runs; run++)
                {
                    Assert.True(more.First[run] <= less.First[run] && more.Emergency[run] <= less.Emergency[run] && more.DaysLost[run] <= less.DaysLost[run]);
                    Assert.Equal(less.Own[run], more.Own[run]);
                    if (more.First[run] < less.First[run]) earlier++;
                }
            }
        }

        Assert.True(earlier > 300, $"Substitutes helped only {earlier} times.");
    }

    [Fact]
    public void Times_quantiles_and_layers_are_ordered()
    {
        foreach (var seed in Trial.Seeds(100))
        {
            var network = RandomNetwork.Of(seed);
            var result = Model.Run(network.Region, network.Outage, new() { Runs = 25, Seed = seed });
            foreach (var service in result.Bodies.SelectMany(b => b.Services))
            {
                Ordered(service.First.P50, service.Emergency.P50, service.Own.P50, service.Cleared.P50);
                foreach (var band in new[] { service.First, service.Emergency, service.Own, service.Cleared })
                {
                    Ordered(band.P10, band.P50, band.P90);
                    Ordered(band.P50Low, band.P50, band.P50High);
                    Ordered(band.P90Low, band.P90, band.P90High);
                }
            }

            foreach (var total in result.Bodies.Select(b => b.Total).Append(result.Total)) LayersAreOrdered(total);
        }
    }

    private static void LayersAreOrdered(TotalResult total)
    {
        for (var i = 0; i < total.Curve.Hours.Count; i++)
        {
            Ordered(0, total.Curve.Cleared.P50[i], total.Curve.Own.P50[i], total.Curve.First.P50[i], 1);
            Ordered(total.Curve.First.P10[i], total.Curve.First.P50[i], total.Curve.First.P90[i]);
        }

        Assert.Equal(total.DaysLostByRun.Average(), total.DaysLost.Mean, 1e-9);
    }

    private static void Ordered(params double[] values)
    {
        for (var i = 1; i < values.Length; i++) Assert.True(values[i - 1] <= values[i] + 1e-6, string.Join(" ", values));
    }

    private static RegionInput WithoutSubstitutes(RegionInput region)
        => new() { Bodies = [.. region.Bodies.Select(b => b with { Services = [.. b.Services.Select(s => s with { Substitutes = [] })] })] };

    // A resource nobody hits in every body, and a body that is hit itself.
    private static RegionInput WithMore(RegionInput region) => new()
    {
        Bodies =
        [
            new() { Key = "another", Team = Model.Team(1), Resources = [Model.Resource("new", work: 5)], Services = [Model.Service("s", Model.Need("new", body: "another"))] },
            .. region.Bodies.Select(b => b with { Resources = [Model.Resource("new", work: 5), .. b.Resources] }),
        ],
    };

    private static OutageInput WithMoreHits(OutageInput outage)
        => outage with { Hits = [new() { Key = new("another", "all"), Members = [new(new("another", "new"), HitKind.Damaged, 1, [])] }, .. outage.Hits] };

    private static string Bytes<T>(T result) => JsonSerializer.Serialize(result, Json);
}
