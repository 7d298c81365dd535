using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>The uniform numbers of one stream for a block: bit for bit those of <see cref="ChanceStream.Uniform"/>.</summary>
internal static class UniformRow
{
    private const ulong One = 0x3FF0000000000000;

    /// <summary>Fills a row.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="runs">The runs of the block.</param>
    /// <param name="row">64 numbers.</param>
    public static void Fill(ChanceStream stream, RunBlock runs, Span<double> row)
    {
        ref var first = ref MemoryMarshal.GetReference(row);
        if (stream.Sobol is { } sobol)
            for (var i = 0; i < Block.Runs; i += Block.Width) Number(sobol.Bits(runs, i)).StoreUnsafe(ref first, (nuint)i);
        else if (!stream.IsSpread)
            for (var i = 0; i < Block.Runs; i += Block.Width) Number(Step(stream.Key, runs.Steps, i) >>> 12).StoreUnsafe(ref first, (nuint)i);
        else if (runs.IsOneGroup) FillGroup(stream.Key, runs, ref first);
        else
            for (var i = 0; i < Block.Runs; i += Block.Width) Number(new SpreadGroups(Step(stream.Key, runs.GroupSteps, i)).Bits(runs, i)).StoreUnsafe(ref first, (nuint)i);
    }

    /// <summary>In which runs something with this chance happens.</summary>
    public static ulong Happens(ChanceStream stream, double chance, RunBlock runs)
    {
        if (chance >= 1) return Block.All;
        if (chance <= 0) return 0;
        Span<double> row = stackalloc double[Block.Runs];
        Fill(stream, runs, row);
        var (limit, mask) = (Vector512.Create(chance), 0UL);
        ref var first = ref MemoryMarshal.GetReference(row);
        for (var i = 0; i < Block.Runs; i += Block.Width) mask |= Block.Less(Vector512.LoadUnsafe(ref first, (nuint)i), limit) << i;
        return mask;
    }

    /// <summary>The same with a chance of its own for each run.</summary>
    public static ulong Happens(ChanceStream stream, ReadOnlySpan<double> chances, RunBlock runs)
    {
        Span<double> row = stackalloc double[Block.Runs];
        Fill(stream, runs, row);
        var mask = 0UL;
        ref var first = ref MemoryMarshal.GetReference(row);
        ref var limit = ref MemoryMarshal.GetReference(chances);
        for (var i = 0; i < Block.Runs; i += Block.Width) mask |= Block.Less(Vector512.LoadUnsafe(ref first, (nuint)i), Vector512.LoadUnsafe(ref limit, (nuint)i)) << i;
        return mask;
    }

    // Each eight runs are of the same eight groups.
    private static void FillGroup(ulong key, RunBlock runs, ref double first)
    {
        var groups = new SpreadGroups(Step(key, runs.GroupSteps, 0));
        for (var i = 0; i < Block.Runs; i += Block.Width) Number(groups.Bits(runs, i)).StoreUnsafe(ref first, (nuint)i);
    }

    // As the fraction of a number from 1 to below 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Number(Vector512<ulong> bits) =>
        (bits | Vector512.Create(One)).AsDouble() - Vector512<double>.One + Vector512.Create(0.5 / (1UL << 52));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Step(ulong key, ReadOnlySpan<ulong> steps, int lane)
    {
        var z = Vector512.Create(key) + Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(steps), (nuint)lane);
        z = (z ^ (z >>> 30)) * Vector512.Create(0xBF58476D1CE4E5B9);
        z = (z ^ (z >>> 27)) * Vector512.Create(0x94D049BB133111EB);
        return z ^ (z >>> 31);
    }

    /// <summary>Eight groups of <see cref="SpreadDraw"/>, of which each knows the parts its runs fall into.</summary>
    private readonly struct SpreadGroups
    {
        private readonly Vector512<ulong> _bits, _factor1, _factor2, _factor4, _factor8;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public SpreadGroups(Vector512<ulong> hash)
        {
            var twelve = hash & Vector512.Create(SpreadDraw.FactorMask);
            var factor = (((twelve << 4) - twelve) >>> SpreadDraw.FactorBits) + Vector512<ulong>.One;
            _bits = hash >>> 12;
            (_factor1, _factor2, _factor4, _factor8) = (Mask(factor, 63), Mask(factor, 62), Mask(factor, 61), Mask(factor, 60));
        }

        /// <summary>Numbers in 2^-52 of the runs in eight lanes.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<ulong> Bits(RunBlock runs, int lane)
        {
            ref var offset = ref MemoryMarshal.GetReference(runs.Offsets);
            return _bits
                ^ Vector512.LoadUnsafe(ref offset, (nuint)lane)
                ^ (_factor1 & Vector512.LoadUnsafe(ref offset, (nuint)(Block.Runs + lane)))
                ^ (_factor2 & Vector512.LoadUnsafe(ref offset, (nuint)(2 * Block.Runs + lane)))
                ^ (_factor4 & Vector512.LoadUnsafe(ref offset, (nuint)(3 * Block.Runs + lane)))
                ^ (_factor8 & Vector512.LoadUnsafe(ref offset, (nuint)(4 * Block.Runs + lane)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<ulong> Mask(Vector512<ulong> factor, int shift) => ((factor << shift).AsInt64() >> 63).AsUInt64();
    }
}
