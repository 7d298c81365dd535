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
