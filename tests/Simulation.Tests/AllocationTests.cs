using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Tests.Networks;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Playing a block of runs takes no new memory once its lists have grown, whatever the network uses.</summary>
public sealed class AllocationTests
{
    private const int Blocks = 4;

    [Theory]
    [InlineData(DispatchMode.MostUrgentReady)]
    [InlineData(DispatchMode.StrictList)]
    public void Blocks_are_played_and_followed_without_new_memory(DispatchMode dispatch)
    {
        foreach (var seed in Trial.Seeds(40))
        {
            var network = RandomNetwork.Of(seed);
            var options = new RunOptions { Seed = seed, Dispatch = dispatch, RestartOrder = dispatch == DispatchMode.StrictList ? network.Resources : null };
            var model = ModelCompiler.CompileChecked(network.Region, network.Outage, options);
            var groups = new OwnerGroups(model);
            var plan = new UnitPlan(model, groups);
            var layout = new RowLayout(model, plan, keepsAll: true);
            var kept = Enumerable.Range(0, Blocks).Select(_ => new double[layout.Kept * Block.Runs]).ToArray();
            var worker = new BlockWorker(model, groups, new(layout, kept));
            var hits = RunBlock.Of([.. Enumerable.Range(0, Blocks * Block.Runs)]).Select(worker.Hits.Draw).ToArray();
            foreach (var unit in plan.Units)
            {
                worker.Turn(unit);
                Assert.Equal(0, NewMemory(worker.Play, hits));
            }

            int[] bodies = [.. Enumerable.Range(0, model.Bodies.Length)];
            worker.Turn(bodies, [.. bodies.Select(body => new BodyRuns(model, body, Blocks * Block.Runs))]);
            Assert.Equal(0, NewMemory(worker.Follow, hits));
        }
    }

    // Lists grow at first, and the runtime counts what it hands to a thread in larger pieces; so the least of some rounds counts.
    private static long NewMemory(Action<BlockHits> play, BlockHits[] hits) => Enumerable.Range(0, 4).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var block in hits) play(block);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
