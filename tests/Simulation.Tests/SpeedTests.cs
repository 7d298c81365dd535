using System.Diagnostics;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Measures what a run costs; the bounds only catch gross waste, as machines differ.</summary>
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("one body, 110 resources, 45 services", 1, 110, 0, 400, 20)]
    [InlineData("provider with 90 resources, 64 bodies with 10 resources and 45 services each", 64, 10, 90, 40, 300)]
    public void A_run_is_fast(string shape, int towns, int resources, int provider, int runs, double mostMilliseconds)
    {
        var (region, outage) = LargeRegion.Of(towns, resources, provider, 45);
        Model.Run(region, outage, new() { Runs = 20 });

        var before = Stopwatch.GetTimestamp();
        Model.Run(region, outage, new() { Runs = runs });
        var milliseconds = Stopwatch.GetElapsedTime(before).TotalMilliseconds / runs;

        output.WriteLine($"{shape}: {1000 * milliseconds:F0} µs a run, statistics included");
        Assert.InRange(milliseconds, 0, mostMilliseconds);
    }
}
