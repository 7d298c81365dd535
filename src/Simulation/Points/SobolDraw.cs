using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Blocks;

namespace ResilienceMonitor.Simulation.Points;

/// <summary>One dimension of Sobol's sequence, scrambled in eight ways that are independent of one another: the draws of one entity for one purpose.</summary>
/// <remarks>
/// Scrambled by a random lower triangular matrix and a shift for each dimension (J. Matoušek, "On the L2-discrepancy for anchored boxes", J. Complexity 14 (1998)
/// 527-556), which leaves every number uniform and keeps the points spread. The order of the points is shuffled by an upper triangular matrix, the same for all dimensions,
/// so that it has nothing to do with the order of starts.
/// </remarks>
internal sealed class SobolDraw
{
    private readonly ulong[] _shifts = new ulong[Scrambles.Count];

    // What each digit of an index adds: digit x scrambles + scramble.
    private readonly ulong[] _columns;

    /// <param name="key">Key of the stream.</param>
    /// <param name="orderKey">Key of the order of points.</param>
    /// <param name="dimension">Dimension of the sequence.</param>
    /// <param name="digits">Binary digits of the greatest index that is asked for.</param>
    public SobolDraw(ulong key, ulong orderKey, int dimension, int digits)
    {
        _columns = new ulong[digits * Scrambles.Count];
        Span<ulong> scrambled = stackalloc ulong[digits];
        for (var scramble = 0; scramble < Scrambles.Count; scramble++)
        {
            var (own, order) = (ChanceStream.Step(key, scramble), ChanceStream.Step(orderKey, scramble));
            _shifts[scramble] = own >> 12;
            Scramble(SobolNumbers.Of(dimension), own, scrambled);
            for (var digit = 0; digit < digits; digit++)
            {
                var column = scrambled[digit];
                for (var others = ChanceStream.Step(order, digit) & ((1UL << digit) - 1); others != 0; others &= others - 1) column ^= scrambled[BitOperations.TrailingZeroCount(others)];
                _columns[digit * Scrambles.Count + scramble] = column;
            }
        }
    }

    /// <summary>The number of one run in 2^-52.</summary>
    public ulong Bits(int run)
    {
        var scramble = Scrambles.Of(run);
        var bits = _shifts[scramble];
        for (var rest = (uint)Scrambles.Index(run); rest != 0; rest &= rest - 1) bits ^= _columns[BitOperations.TrailingZeroCount(rest) * Scrambles.Count + scramble];
        return bits;
    }

    /// <summary>The same for eight runs of a block.</summary>
    public Vector512<ulong> Bits(RunBlock runs, int lane)
    {
        if (!runs.IsOctet(lane))
            return Vector512.Create(Bits(runs[lane]), Bits(runs[lane + 1]), Bits(runs[lane + 2]), Bits(runs[lane + 3]), Bits(runs[lane + 4]), Bits(runs[lane + 5]), Bits(runs[lane + 6]), Bits(runs[lane + 7]));
        var bits = Vector512.Create<ulong>(_shifts);
        ref var first = ref MemoryMarshal.GetArrayDataReference(_columns);
        for (var rest = (uint)Scrambles.Index(runs[lane]); rest != 0; rest &= rest - 1)
            bits ^= Vector512.LoadUnsafe(ref first, (nuint)(BitOperations.TrailingZeroCount(rest) * Scrambles.Count));
        return bits;
    }

    // Each digit stays and adds random lower ones.
    private static void Scramble(ReadOnlySpan<uint> numbers, ulong key, Span<ulong> scrambled)
    {
        for (var digit = 0; digit < scrambled.Length; digit++)
        {
            var sum = 0UL;
            for (var rest = numbers[digit]; rest != 0; rest &= rest - 1)
            {
                var place = 20 + BitOperations.TrailingZeroCount(rest);
                sum ^= (1UL << place) | (ChanceStream.Step(key, place) & ((1UL << place) - 1));
            }

            scrambled[digit] = sum;
        }
    }
}
