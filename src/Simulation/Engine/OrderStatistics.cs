using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Finds what would stand at some places of a list if it were sorted, without sorting it. One for each thread; keeps its memory.</summary>
/// <remarks>
/// Counts how many numbers lie in each of 1,024 equal ranges between the least and the greatest, and goes on with the numbers of those ranges alone
/// that hold a wanted place. Ranges are equal in the bits of the numbers, so about in their logarithm.
/// </remarks>
internal sealed class OrderStatistics
{
    private const int Ranges = 1024;
    private const int Few = 24;

    private readonly int[] _counts = new int[Ranges];
    private readonly List<long[]> _memory = [];
    private long[] _keys = [];

    /// <summary>The values at ascending places of the sorted list, 0 the least.</summary>
    public void Find(ReadOnlySpan<float> values, ReadOnlySpan<int> places, Span<double> found)
    {
        var keys = Keys(values.Length);
        ref var value = ref Unsafe.As<float, int>(ref MemoryMarshal.GetReference(values));
        ref var key = ref MemoryMarshal.GetReference(keys);
        var at = 0;
        for (; at + Vector256<int>.Count <= keys.Length; at += Vector256<int>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref value, (nuint)at));
            var bits = Vector512.Create(low, high);
            (bits ^ ((bits >> 63) & Vector512.Create(long.MaxValue))).StoreUnsafe(ref key, (nuint)at);
        }

        for (; at < keys.Length; at++) keys[at] = Key(BitConverter.SingleToInt32Bits(values[at]));
        Span<long> wanted = stackalloc long[places.Length];
        Find(keys, places, 0, wanted, 0);
        for (var i = 0; i < wanted.Length; i++) found[i] = BitConverter.Int32BitsToSingle((int)Key(wanted[i]));
    }

    /// <inheritdoc cref="Find(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{double})"/>
    public void Find(ReadOnlySpan<double> values, ReadOnlySpan<int> places, Span<double> found)
    {
        var keys = Keys(values.Length);
        for (var i = 0; i < keys.Length; i++) keys[i] = Key(BitConverter.DoubleToInt64Bits(values[i]));
        Span<long> at = stackalloc long[places.Length];
        Find(keys, places, 0, at, 0);
        for (var i = 0; i < at.Length; i++) found[i] = BitConverter.Int64BitsToDouble(Key(at[i]));
    }

    // Whole numbers in the order of the floating ones they are the bits of; the same function leads back.
    private static long Key(long bits) => bits ^ ((bits >> 63) & long.MaxValue);

    private Span<long> Keys(int count)
    {
        if (_keys.Length < count) _keys = new long[count];
        return _keys.AsSpan(0, count);
    }

    // The places count from an offset.
    private void Find(Span<long> keys, ReadOnlySpan<int> places, int offset, Span<long> found, int depth)
    {
        var (least, greatest) = Bounds(keys);
        if (least == greatest)
        {
            found.Fill(least);
            return;
        }

        if (keys.Length <= Few)
        {
            keys.Sort();
            for (var i = 0; i < places.Length; i++) found[i] = keys[places[i] - offset];
            return;
        }

        var shift = Math.Max(0, 64 - long.LeadingZeroCount(greatest - least) - 10);
        Count(keys, least, (int)shift);
        var (range, before) = (0, offset);
        Span<(int Range, int First, int Before)> wanted = stackalloc (int, int, int)[places.Length];
        var count = 0;
        for (var i = 0; i < places.Length; i++)
        {
            while (before + _counts[range] <= places[i]) before += _counts[range++];
            if (count == 0 || wanted[count - 1].Range != range) wanted[count++] = (range, i, before);
        }

        for (var i = 0; i < count; i++)
        {
            var (place, end) = (wanted[i].First, i + 1 < count ? wanted[i + 1].First : places.Length);
            var from = least + ((long)wanted[i].Range << (int)shift);
            var part = Collect(keys, from, from + ((1L << (int)shift) - 1), depth);
            Find(part, places[place..end], wanted[i].Before, found[place..end], depth + 1);
        }
    }

    private static (long Least, long Greatest) Bounds(ReadOnlySpan<long> keys)
    {
        var (least, greatest) = (keys[0], keys[0]);
        var i = 0;
        if (keys.Length >= Vector512<long>.Count)
        {
            ref var first = ref MemoryMarshal.GetReference(keys);
            var (low, high) = (Vector512.LoadUnsafe(ref first), Vector512.LoadUnsafe(ref first));
            for (i = Vector512<long>.Count; i + Vector512<long>.Count <= keys.Length; i += Vector512<long>.Count)
            {
                var some = Vector512.LoadUnsafe(ref first, (nuint)i);
                (low, high) = (Vector512.Min(low, some), Vector512.Max(high, some));
            }

            for (var lane = 0; lane < Vector512<long>.Count; lane++) (least, greatest) = (Math.Min(least, low[lane]), Math.Max(greatest, high[lane]));
        }

        for (; i < keys.Length; i++) (least, greatest) = (Math.Min(least, keys[i]), Math.Max(greatest, keys[i]));
        return (least, greatest);
    }

    private void Count(ReadOnlySpan<long> keys, long least, int shift)
    {
        Array.Clear(_counts);
        foreach (var key in keys) _counts[(int)((key - least) >> shift)]++;
    }

    private Span<long> Collect(ReadOnlySpan<long> keys, long from, long to, int depth)
    {
        while (_memory.Count <= depth) _memory.Add([]);
        if (_memory[depth].Length < keys.Length + Vector512<long>.Count) _memory[depth] = new long[keys.Length + Vector512<long>.Count];
        var (part, count) = (_memory[depth], 0);
        var (low, high) = (Vector512.Create(from), Vector512.Create(to));
        ref var first = ref MemoryMarshal.GetReference(keys);
        var i = 0;
        for (; i + Vector512<long>.Count <= keys.Length; i += Vector512<long>.Count)
        {
            var some = Vector512.LoadUnsafe(ref first, (nuint)i);
            var mask = (Vector512.GreaterThanOrEqual(some, low) & Vector512.LessThanOrEqual(some, high)).ExtractMostSignificantBits();
            for (; mask != 0; mask &= mask - 1) part[count++] = keys[i + System.Numerics.BitOperations.TrailingZeroCount(mask)];
        }

        for (; i < keys.Length; i++)
            if (keys[i] >= from && keys[i] <= to)
                part[count++] = keys[i];
        return part.AsSpan(0, count);
    }
}
