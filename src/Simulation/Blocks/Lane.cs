using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>One lane of a vector.</summary>
internal static class Lane
{
    private static readonly Vector512<double>[] Only = [.. Enumerable.Range(0, Block.Width).Select(lane => Of(1UL << lane))];

    /// <summary>All bits set in the lanes of a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(ulong mask)
    {
        var bits = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);
        return Vector512.Equals(Vector512.Create(mask) & bits, bits).AsDouble();
    }

    /// <summary>Writes a number into one lane. As the whole vector is written, it can be read again at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref Vector512<double> vector, int lane, double number) =>
        vector = Vector512.ConditionalSelect(Only[lane], Vector512.Create(number), vector);
}
