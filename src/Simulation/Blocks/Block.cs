using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Runs are played in blocks of 64. A row holds one number of each run of a block; a mask one bit of each. Rows are worked on eight runs at a time,
/// in vectors that fall back to smaller ones where the processor has none of that size, with the same results.
/// </summary>
internal static class Block
{
    public const int Runs = 64;

    /// <summary>Runs in one vector.</summary>
    public const int Width = 8;

    public const ulong All = ulong.MaxValue;

    /// <summary>One bit for each element of a vector that is less than its counterpart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Less(Vector512<double> a, Vector512<double> b) => Vector512.LessThan(a, b).ExtractMostSignificantBits();
}
