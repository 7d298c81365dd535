using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Blocks of runs recover like their runs one by one.</summary>
public sealed class BlockRecoveryTests
{
    private const double Tolerance = 0.02;
    private const int Networks = 250;

    [Theory]
    [InlineData(DispatchMode.MostUrgentReady)]
    [InlineData(DispatchMode.StrictList)]
    public void Random_networks_fare_alike(DispatchMode dispatch)
    {
        var (figures, different) = (0, new List<string>());
        for (var seed = 0UL; seed < Networks; seed++)
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 70, Seed = seed, Dispatch = dispatch, RestartOrder = dispatch == DispatchMode.StrictList ? network.Resources : null };
            var (plain, blocks) = (AllRuns.Of(network.Region, network.Outage, options), AllRuns.InBlocks(network.Region, network.Outage, options));
            foreach (var ((name, one), (_, other)) in Figures(plain).Zip(Figures(blocks)))
                for (var run = 0; run < one.Length; run++, figures++)
                    if (one[run] != other[run] && !(Math.Abs(one[run] - other[run]) <= Tolerance)) different.Add($"network {seed} {name} run {run}: {one[run]} {other[run]}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{different.Count} of {figures} differ");
        Assert.True(figures > 500_000, $"Only {figures} figures were compared.");
        Assert.True(different.Count < 0.001 * figures, $"{different.Count} of {figures}: {string.Join("; ", different.Take(20))}");
    }

    private static IEnumerable<(string Name, float[] ByRun)> Figures(AllRuns all)
    {
        foreach (var (name, hours) in all.Returns()) yield return (name, hours);
        foreach (var (service, runs) in all.Services())
        {
            yield return ($"{service} first", runs.First);
            yield return ($"{service} emergency", runs.Emergency);
            yield return ($"{service} cleared", runs.Cleared);
            yield return ($"{service} days", runs.DaysLost);
            yield return ($"{service} undone", [.. runs.UndoneCaseDays.Select(x => x / 1000)]);
            yield return ($"{service} expired", [.. runs.ExpiredCases.Select(x => x / 1000)]);
            yield return ($"{service} too long", [.. runs.MtpdExceeded.Select(x => x ? 1f : 0)]);
            yield return ($"{service} data", [.. runs.RpoExceeded.Select(x => x ? 1f : 0)]);
        }

        foreach (var (body, runs) in all.Bodies())
        {
            yield return ($"{body} staff", Hours(runs.Staff));
            yield return ($"{body} help", Hours(runs.OutsideHelp));
            yield return ($"{body} devices", Hours(runs.Devices));
            yield return ($"{body} lost", [.. runs.LostFeesAndFines.Select(x => (float)(x / 1e5))]);
            yield return ($"{body} income", [.. runs.IncomeNotYetCollected.Select(x => (float)(x / 1e5))]);
            yield return ($"{body} service days", [.. runs.DaysLost.Select(x => (float)x)]);
            foreach (var layer in runs.Curve) yield return ($"{body} curve", layer);
        }

        // Euro at rates of some tens an hour, back to about hours.
        static float[] Hours(double[] euro) => [.. euro.Select(e => (float)(e / 100))];
    }
}
