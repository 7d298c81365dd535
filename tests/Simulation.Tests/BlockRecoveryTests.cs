using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Engine;
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
    public void Random_networks_recover_alike(DispatchMode dispatch)
    {
        var (times, different) = (0, new List<string>());
        for (var seed = 0UL; seed < Networks; seed++)
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 70, Seed = seed, Dispatch = dispatch, RestartOrder = dispatch == DispatchMode.StrictList ? network.Resources : null };
            Compare(ModelCompiler.Compile(network.Region, network.Outage, options), options.Runs, $"network {seed}", ref times, different);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{different.Count} of {times} differ");
        Assert.True(times > 250_000, $"Only {times} times were compared.");
        Assert.True(different.Count < 0.001 * times, $"{different.Count} of {times}: {string.Join("; ", different.Take(20))}");
    }

    [Fact]
    public void Services_of_random_networks_fare_alike()
    {
        var (figures, different) = (0, new List<string>());
        for (var seed = 0UL; seed < Networks; seed++)
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Runs = 70, Seed = seed };
            var (plain, blocks) = (AllRuns.Of(network.Region, network.Outage, options), AllRuns.InBlocks(network.Region, network.Outage, options));
            foreach (var ((name, one), (_, other)) in plain.Services().Zip(blocks.Services()))
            {
                Check(one.First, other.First);
                Check(one.Emergency, other.Emergency);
                Check(one.Own, other.Own);
                Check(one.Cleared, other.Cleared);
                Check(one.DaysLost, other.DaysLost);
                Check([.. one.MtpdExceeded.Select(x => x ? 1f : 0)], [.. other.MtpdExceeded.Select(x => x ? 1f : 0)]);
                Check([.. one.RpoExceeded.Select(x => x ? 1f : 0)], [.. other.RpoExceeded.Select(x => x ? 1f : 0)]);

                void Check(float[] expected, float[] actual)
                {
                    for (var run = 0; run < expected.Length; run++, figures++)
                        if (expected[run] != actual[run] && !(Math.Abs(expected[run] - actual[run]) <= Tolerance)) different.Add($"network {seed} {name} run {run}: {expected[run]} {actual[run]}");
                }
            }

            foreach (var ((name, one), (_, other)) in plain.Resources().Zip(blocks.Resources()))
                for (var run = 0; run < one.Length; run++, figures++)
                    if (one[run] != other[run] && !(Math.Abs(one[run] - other[run]) <= Tolerance)) different.Add($"network {seed} {name} run {run}: {one[run]} {other[run]}");
        }

        Assert.True(figures > 500_000, $"Only {figures} figures were compared.");
        Assert.True(different.Count < 0.001 * figures, $"{different.Count} of {figures}: {string.Join("; ", different.Take(20))}");
    }

    private static void Compare(CompiledModel model, int runs, string name, ref int times, List<string> different)
    {
        var (plain, blocks) = (new Recovery(model), new BlockRecovery(model, UnitCompiler.Compile(model)));
        for (var first = 0; first < runs; first += Block.Runs)
        {
            var count = Math.Min(Block.Runs, runs - first);
            blocks.Play(first, count);
            for (var lane = 0; lane < count; lane++)
            {
                plain.Simulate(first + lane);
                for (var i = 0; i < model.Resources.Length; i++)
                    Check(plain.Capacities.AvailableAt(i), blocks.Times.Available[i * Block.Runs + lane], "resource", ref times);
                for (var i = 0; i < plain.Gates.Count; i++) Check(plain.Gates.Passes(i), blocks.Times.Passes[i * Block.Runs + lane], "gate", ref times);
                for (var i = 0; i < plain.Crews.Length; i++)
                    for (var group = 0; group < plain.Crews[i].Hours.Length; group++)
                        Check(plain.Crews[i].Hours[group], blocks.Times.Hours(i, group)[lane], "hours", ref times);
            }

            void Check(double expected, double actual, string what, ref int compared)
            {
                compared++;
                if (expected != actual && !(Math.Abs(expected - actual) <= Tolerance)) different.Add($"{name} {what} block {first}: {expected} {actual}");
            }
        }
    }
}
