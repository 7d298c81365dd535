using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Quantiles of a distribution as straight pieces. They get finer towards both ends: each halving of the distance to the end has as many pieces,
/// so that the tails are as exact as the middle. A quantile is worked out when it is first asked for, by whichever thread: all work out the same.
/// </summary>
internal sealed class QuantileTable
{
    private const int PieceBits = 6;
    private const int Halvings = 30;
    private const int Shift = 52 - PieceBits;
    private const int Side = (Halvings << PieceBits) + 2;

    private const int MostKept = 256;

    private static readonly ConcurrentDictionary<Distribution, QuantileTable> Kept = new();

    // The bits of a number, but for the last ones, count the pieces from the smallest number up to a half.
    private static readonly long Lowest = BitConverter.DoubleToInt64Bits(Math.ScaleB(0.5, -Halvings)) >> Shift;

    private readonly Distribution distribution;
    private readonly double[] knots = new double[2 * Side];

    private QuantileTable(Distribution distribution)
    {
        this.distribution = distribution;
        Array.Fill(knots, double.NaN);
    }

    /// <summary>The table of a distribution; those used last are kept for the next simulation.</summary>
    public static QuantileTable Of(Distribution distribution)
    {
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept.GetOrAdd(distribution, d => new(d));
    }

    /// <summary>Replaces eight numbers by the quantiles at them.</summary>
    public Vector512<double> At(Vector512<double> u)
    {
        var isLow = Vector512.LessThan(u, Vector512.Create(0.5));
        var distance = Vector512.ConditionalSelect(isLow, u, Vector512<double>.One - u);
        var piece = Vector512.Max(Vector512<long>.Zero, (distance.AsInt64() >> Shift) - Vector512.Create(Lowest));
        var place = Vector512.ConditionalSelect(isLow.AsInt64(), piece, piece + Vector512.Create((long)Side));
        var low = Knots(place);
        var high = Knots(place + Vector512<long>.One);
        if (Vector512.IsNaN(low + high).ExtractMostSignificantBits() != 0)
        {
            WorkOut(place);
            (low, high) = (Knots(place), Knots(place + Vector512<long>.One));
        }

        var (start, end) = (((piece + Vector512.Create(Lowest)) << Shift).AsDouble(), ((piece + Vector512.Create(Lowest + 1)) << Shift).AsDouble());
        return low + (high - low) * Vector512.Max(Vector512<double>.Zero, (distance - start) / (end - start));
    }

    private Vector512<double> Knots(Vector512<long> places) => Vector512.Create(
        knots[(int)places[0]], knots[(int)places[1]], knots[(int)places[2]], knots[(int)places[3]], knots[(int)places[4]], knots[(int)places[5]], knots[(int)places[6]], knots[(int)places[7]]);

    private void WorkOut(Vector512<long> places)
    {
        for (var i = 0; i < Block.Width; i++)
        {
            var at = (int)places[i];
            if (double.IsNaN(knots[at])) knots[at] = Quantile(at);
            if (double.IsNaN(knots[at + 1])) knots[at + 1] = Quantile(at + 1);
        }
    }

    private double Quantile(int place)
    {
        var u = Math.Min(0.5, BitConverter.Int64BitsToDouble((Lowest + place % Side) << Shift));
        return distribution.Quantile(place < Side ? u : 1 - u);
    }
}
