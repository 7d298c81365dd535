using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>
/// Places in a list of whole numbers. Counts how many lie in each of 256 equal ranges between the least and the greatest, and goes on with the
/// numbers of those ranges alone that hold a wanted place. Where the numbers are the bits of floating ones, ranges are equal in about their logarithm.
/// </summary>
internal sealed class OrderedKeys<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private const int Ranges = 256;
    private const int RangeBits = 8;
    private const int Few = 24;

    // Equal numbers in a row are counted in turn in several lists, as one count has to wait for the one before.
    private const int Lists = 4;

    private static readonly int Bits = 8 * Marshal.SizeOf<T>();

    private readonly int[] _counts = new int[Lists * Ranges];
    private readonly T[] _ranges = new T[Vector512<T>.Count];
    private readonly List<T[]> _memory = [];
    private T[] _keys = [];

    /// <summary>Room for a list.</summary>
    public Span<T> Keys(int count)
    {
        if (_keys.Length < count) _keys = new T[count];
        return _keys.AsSpan(0, count);
    }

    /// <summary>What would stand at ascending places.</summary>
    public void Find(Span<T> keys, ReadOnlySpan<int> places, Span<T> found) => Find(keys, places, 0, found, 0);

    // The places count from an offset.
    private void Find(Span<T> keys, ReadOnlySpan<int> places, int offset, Span<T> found, int depth)
    {
        if (keys.Length <= Few)
        {
            keys.Sort();
            for (var i = 0; i < places.Length; i++) found[i] = keys[places[i] - offset];
            return;
        }

        var (least, greatest) = Bounds(keys);
        if (least == greatest)
        {
            found.Fill(least);
            return;
        }

        var shift = Math.Max(0, Bits - int.CreateChecked(T.LeadingZeroCount(greatest - least)) - RangeBits);
        Count(keys, least, shift);
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
            var part = Collect(keys, least, shift, wanted[i].Range, depth);
            Find(part, places[place..end], wanted[i].Before, found[place..end], depth + 1);
        }
    }

    private static (T Least, T Greatest) Bounds(ReadOnlySpan<T> keys)
    {
        ref var first = ref MemoryMarshal.GetReference(keys);
        var (least, greatest, width) = (keys[0], keys[0], Vector512<T>.Count);
        var i = 0;
        if (keys.Length >= width)
        {
            var (low, high) = (Vector512.LoadUnsafe(ref first), Vector512.LoadUnsafe(ref first));
            for (i = width; i + width <= keys.Length; i += width)
            {
                var some = Vector512.LoadUnsafe(ref first, (nuint)i);
                (low, high) = (Vector512.Min(low, some), Vector512.Max(high, some));
            }

            for (var lane = 0; lane < width; lane++) (least, greatest) = (T.Min(least, low[lane]), T.Max(greatest, high[lane]));
        }

        for (; i < keys.Length; i++) (least, greatest) = (T.Min(least, keys[i]), T.Max(greatest, keys[i]));
        return (least, greatest);
    }

    private void Count(ReadOnlySpan<T> keys, T least, int shift)
    {
        Array.Clear(_counts);
        ref var first = ref MemoryMarshal.GetReference(keys);
        ref var ranges = ref MemoryMarshal.GetArrayDataReference(_ranges);
        var i = 0;
        for (; i + Vector512<T>.Count <= keys.Length; i += Vector512<T>.Count)
        {
            ((Vector512.LoadUnsafe(ref first, (nuint)i) - Vector512.Create(least)) >>> shift).StoreUnsafe(ref ranges);
            for (var lane = 0; lane < _ranges.Length; lane += Lists)
            {
                _counts[int.CreateTruncating(_ranges[lane])]++;
                _counts[Ranges + int.CreateTruncating(_ranges[lane + 1])]++;
                _counts[2 * Ranges + int.CreateTruncating(_ranges[lane + 2])]++;
                _counts[3 * Ranges + int.CreateTruncating(_ranges[lane + 3])]++;
            }
        }

        for (; i < keys.Length; i++) _counts[int.CreateTruncating((keys[i] - least) >>> shift)]++;
        ref var counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        for (nuint range = 0; range < Ranges; range += (nuint)Vector512<int>.Count)
        {
            var sum = Vector512.LoadUnsafe(ref counts, range) + Vector512.LoadUnsafe(ref counts, range + Ranges);
            (sum + Vector512.LoadUnsafe(ref counts, range + 2 * Ranges) + Vector512.LoadUnsafe(ref counts, range + 3 * Ranges)).StoreUnsafe(ref counts, range);
        }
    }

    private Span<T> Collect(ReadOnlySpan<T> keys, T least, int shift, int range, int depth)
    {
        while (_memory.Count <= depth) _memory.Add([]);
        if (_memory[depth].Length < keys.Length) _memory[depth] = new T[keys.Length];
        var (part, count, wanted) = (_memory[depth], 0, T.CreateTruncating(range));
        ref var first = ref MemoryMarshal.GetReference(keys);
        var i = 0;
        for (; i + Vector512<T>.Count <= keys.Length; i += Vector512<T>.Count)
        {
            var its = (Vector512.LoadUnsafe(ref first, (nuint)i) - Vector512.Create(least)) >>> shift;
            for (var mask = Vector512.Equals(its, Vector512.Create(wanted)).ExtractMostSignificantBits(); mask != 0; mask &= mask - 1)
                part[count++] = keys[i + BitOperations.TrailingZeroCount(mask)];
        }

        for (; i < keys.Length; i++)
            if ((keys[i] - least) >>> shift == wanted)
                part[count++] = keys[i];
        return part.AsSpan(0, count);
    }
}
