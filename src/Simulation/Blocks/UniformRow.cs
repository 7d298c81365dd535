using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        for (var i = 0; i < Block.Runs; i += Block.Width) At(stream, runs, i).StoreUnsafe(ref first, (nuint)i);
    }

    /// <summary>In which runs something with this chance happens.</summary>
    public static ulong Happens(ChanceStream stream, double chance, RunBlock runs)
    {
        if (chance >= 1) return Block.All;
        if (chance <= 0) return 0;
        var (limit, mask) = (Vector512.Create(chance), 0UL);
        for (var i = 0; i < Block.Runs; i += Block.Width) mask |= Block.Less(At(stream, runs, i), limit) << i;
        return mask;
    }

    /// <summary>The same with a chance of its own for each run.</summary>
    public static ulong Happens(ChanceStream stream, ReadOnlySpan<double> chances, RunBlock runs)
    {
        var mask = 0UL;
        ref var first = ref MemoryMarshal.GetReference(chances);
        for (var i = 0; i < Block.Runs; i += Block.Width) mask |= Block.Less(At(stream, runs, i), Vector512.LoadUnsafe(ref first, (nuint)i)) << i;
        return mask;
    }

    /// <summary>The numbers of eight runs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> At(ChanceStream stream, RunBlock runs, int lane)
    {
        var z = Vector512.Create(stream.Key) + Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(runs.Steps), (nuint)lane);
        z = (z ^ (z >>> 30)) * Vector512.Create(0xBF58476D1CE4E5B9);
        z = (z ^ (z >>> 27)) * Vector512.Create(0x94D049BB133111EB);
        z ^= z >>> 31;

        // The upper 52 bits as the fraction of a number from 1 to below 2.
        var fraction = ((z >>> 12) | Vector512.Create(One)).AsDouble() - Vector512<double>.One;
        return fraction + Vector512.Create(0.5 / (1UL << 52));
    }
}
