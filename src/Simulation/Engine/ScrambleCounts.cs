using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>In how many runs of each scramble something holds.</summary>
internal static class ScrambleCounts
{
    /// <summary>Values below a limit, and those not above it.</summary>
    public static void Below(ReadOnlySpan<float> values, float limit, Span<int> below, Span<int> notAbove)
    {
        var (edge, less, lessOrEqual) = (Vector256.Create(limit), Vector256<int>.Zero, Vector256<int>.Zero);
        ref var first = ref MemoryMarshal.GetReference(values);
        var whole = values.Length & -Scrambles.Count;
        for (var i = 0; i < whole; i += Scrambles.Count)
        {
            var eight = Vector256.LoadUnsafe(ref first, (nuint)i);
            less -= Vector256.LessThan(eight, edge).AsInt32();
            lessOrEqual -= Vector256.LessThanOrEqual(eight, edge).AsInt32();
        }

        less.CopyTo(below);
        lessOrEqual.CopyTo(notAbove);
        for (var i = whole; i < values.Length; i++)
        {
            if (values[i] < limit) below[i - whole]++;
            if (values[i] <= limit) notAbove[i - whole]++;
        }
    }

    /// <summary>Runs in which something happened, as sums to which they are added.</summary>
    public static void Add(ReadOnlySpan<bool> happened, Span<double> sums)
    {
        var words = MemoryMarshal.Cast<bool, ulong>(happened);
        for (var from = 0; from < words.Length; from += byte.MaxValue)
        {
            // A byte for each scramble.
            var counts = 0UL;
            foreach (var word in words[from..Math.Min(words.Length, from + byte.MaxValue)]) counts += word;
            for (var scramble = 0; scramble < Scrambles.Count; scramble++, counts >>= 8) sums[scramble] += (byte)counts;
        }

        for (var i = words.Length * Scrambles.Count; i < happened.Length; i++) sums[i % Scrambles.Count] += happened[i] ? 1 : 0;
    }
}
