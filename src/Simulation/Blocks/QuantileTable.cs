using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Quantiles of a distribution as straight pieces. They get finer towards both ends: each halving of the distance to the end has as many pieces,
/// so that the tails are as exact as the middle.
/// </summary>
internal sealed class QuantileTable
{
    private const int PieceBits = 6;
    private const int Halvings = 30;
    private const int Shift = 52 - PieceBits;

    // The bits of a number, but for the last ones, count the pieces from the smallest number up to a half.
    private static readonly long Lowest = BitConverter.DoubleToInt64Bits(Math.ScaleB(0.5, -Halvings)) >> Shift;

    private readonly double[] low;
    private readonly double[] high;

    public QuantileTable(Distribution distribution)
    {
        var knots = (Halvings << PieceBits) + 2;
        (low, high) = (new double[knots], new double[knots]);
        for (var i = 0; i < knots; i++)
        {
            var u = Math.Min(0.5, Knot(i));
            (low[i], high[i]) = (distribution.Quantile(u), distribution.Quantile(1 - u));
        }
    }

    public double At(double u)
    {
        var (side, distance) = u < 0.5 ? (low, u) : (high, 1 - u);
        var bits = BitConverter.DoubleToInt64Bits(distance);
        var piece = (int)Math.Max(0, (bits >> Shift) - Lowest);
        var from = Knot(piece);
        return side[piece] + (side[piece + 1] - side[piece]) * Math.Max(0, (distance - from) / (Knot(piece + 1) - from));
    }

    private static double Knot(int piece) => BitConverter.Int64BitsToDouble((Lowest + piece) << Shift);
}
