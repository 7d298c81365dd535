using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Draws how much work hit resources of a unit are. One for each thread.</summary>
internal sealed class WorkDrawer(CompiledModel model, int[] resources, Dictionary<Distribution, Sampler> known)
{
    private static readonly Vector512<ulong> Bits = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);

    private readonly ResourceSamplers[] _samplers = [.. resources.Select(r => new ResourceSamplers(model.Resources[r].Input, known))];
    private readonly double[] _scratch = new double[Block.Runs];

    /// <summary>Hours of one part of the work on a resource that was damaged or stopped; in other runs the rows are not meaningful.</summary>
    /// <param name="hits">What is hit.</param>
    /// <param name="place">Place of the resource in the unit.</param>
    /// <param name="part">Row for the hours of one part.</param>
    /// <param name="rework">Row for the hours of one part of repeated work; 0: the restart test succeeds.</param>
    /// <param name="waiting">Row for the hours after the last part.</param>
    /// <returns>True if some run has repeated work; otherwise that row is not written.</returns>
    public bool Draw(BlockHits hits, int place, Span<double> part, Span<double> rework, Span<double> waiting)
    {
        var resource = resources[place];
        var (compiled, samplers, damaged, stopped) = (model.Resources[resource], _samplers[place], hits.Damaged[resource], hits.Stopped[resource]);
        Mix(samplers.Restore, compiled.RestoreWork, samplers.Check, compiled.CheckWork, damaged, stopped, hits.Runs, part);
        Mix(samplers.Waiting, compiled.Waiting, samplers.CheckWaiting, compiled.Waiting, damaged, stopped, hits.Runs, waiting);
        if (hits.BackupLost[resource] is var lost and not 0) Scale(part, compiled.Input.RebuildFactor, lost);
        if (hits.Slip is not null) Rows.Multiply(hits.Slip, part);
        if (compiled.Parts > 1) Rows.Divide(compiled.Parts, part);

        if (damaged == 0 || compiled.IsFleet || compiled.Input.RestartFailure <= 0) return false;
        var fails = damaged & UniformRow.Happens(compiled.RestartTest, compiled.Input.RestartFailure, hits.Runs);
        if (fails == 0) return false;
        rework.Clear();
        for (var rest = fails; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            rework[lane] = part[lane] * compiled.Input.RestartRepeat;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Lanes(ulong mask, int lane) =>
        Vector512.Equals(Vector512.Create((mask >> lane) & 0xFF) & Bits, Bits).AsDouble();

    private void Mix(Sampler damaged, ChanceStream whenDamaged, Sampler stopped, ChanceStream whenStopped, ulong isDamaged, ulong isStopped, RunBlock runs, Span<double> row)
    {
        if (isStopped == 0 || ReferenceEquals(damaged, stopped) && whenDamaged.Key == whenStopped.Key)
        {
            damaged.Fill(whenDamaged, runs, row);
            return;
        }

        stopped.Fill(whenStopped, runs, row);
        if (isDamaged == 0) return;
        damaged.Fill(whenDamaged, runs, _scratch);
        ref var first = ref MemoryMarshal.GetReference(row);
        ref var other = ref MemoryMarshal.GetReference(_scratch.AsSpan());
        for (var i = 0; i < Block.Runs; i += Block.Width)
            Vector512.ConditionalSelect(Lanes(isDamaged, i), Vector512.LoadUnsafe(ref other, (nuint)i), Vector512.LoadUnsafe(ref first, (nuint)i)).StoreUnsafe(ref first, (nuint)i);
    }

    private static void Scale(Span<double> row, double factor, ulong mask)
    {
        for (; mask != 0; mask &= mask - 1) row[BitOperations.TrailingZeroCount(mask)] *= factor;
    }

    private sealed class ResourceSamplers(ResourceInput input, Dictionary<Distribution, Sampler> known)
    {
        public Sampler Restore { get; } = Sampler.Of(input.RestoreWork, known);

        public Sampler Check { get; } = Sampler.Of(input.CheckWork, known);

        public Sampler Waiting { get; } = Sampler.Of(input.Waiting, known);

        public Sampler CheckWaiting { get; } = Sampler.Of(input.CheckWaiting, known);
    }
}
