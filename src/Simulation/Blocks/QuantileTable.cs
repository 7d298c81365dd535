using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Quantiles of a distribution as straight pieces. They get finer towards both ends: each halving of the distance to the end has as many pieces,
/// so that the tails are as exact as the middle. A quantile is worked out when it is first asked for. Not for several threads.
/// </summary>
internal sealed class QuantileTable
{
    private const int PieceBits = 6;
    private const int Halvings = 30;
    private const int Shift = 52 - PieceBits;

    // The bits of a number, but for the last ones, count the pieces from the smallest number up to a half.
    private static readonly long Lowest = BitConverter.DoubleToInt64Bits(Math.ScaleB(0.5, -Halvings)) >> Shift;

    private readonly Distribution distribution;
    private readonly double[] low = new double[(Halvings << PieceBits) + 2];
    private readonly double[] high = new double[(Halvings << PieceBits) + 2];

    public QuantileTable(Distribution distribution)
    {
        this.distribution = distribution;
        Array.Fill(low, double.NaN);
        Array.Fill(high, double.NaN);
    }

    public double At(double u)
    {
        var (side, distance) = u < 0.5 ? (low, u) : (high, 1 - u);
        var bits = BitConverter.DoubleToInt64Bits(distance);
        var piece = (int)Math.Max(0, (bits >> Shift) - Lowest);
        var from = Knot(piece);
        if (double.IsNaN(side[piece])) side[piece] = Quantile(piece, side == low);
        if (double.IsNaN(side[piece + 1])) side[piece + 1] = Quantile(piece + 1, side == low);
        return side[piece] + (side[piece + 1] - side[piece]) * Math.Max(0, (distance - from) / (Knot(piece + 1) - from));
    }

    private double Quantile(int knot, bool isLow)
    {
        var u = Math.Min(0.5, Knot(knot));
        return distribution.Quantile(isLow ? u : 1 - u);
    }

    private static double Knot(int piece) => BitConverter.Int64BitsToDouble((Lowest + piece) << Shift);
}
