namespace ResilienceMonitor.EngineBench.Workloads;

/// <summary>A distribution as 2,048 straight pieces over the probability; its ends lie at 1/8192 and 1 - 1/8192.</summary>
internal sealed class QuantileTable
{
    private const int Pieces = 2_048;
    private readonly double[] knots = new double[Pieces + 1];

    private QuantileTable(Func<double, double> quantile)
    {
        for (var i = 0; i <= Pieces; i++) knots[i] = quantile(Math.Clamp((double)i / Pieces, 1.0 / 8192, 1 - 1.0 / 8192));
    }

    public static QuantileTable Detection { get; } = LogNormal(12, 0.8);

    public static QuantileTable Forensics { get; } = Pert(24, 96, 336);

    public static QuantileTable RebuildBase { get; } = LogNormal(40, 0.6);

    public static QuantileTable RestoreApplication { get; } = LogNormal(16, 0.7);

    public static QuantileTable Check { get; } = Triangular(1, 3, 8);

    public static QuantileTable Reconnection { get; } = Triangular(0.5, 2, 12);

    public static QuantileTable Fallback { get; } = Pert(4, 24, 120);

    public static QuantileTable AidArrival { get; } = Triangular(24, 72, 168);

    /// <param name="u24">Probability in 2^-24.</param>
    public double this[uint u24]
    {
        get
        {
            var piece = u24 >> 13;
            var share = (u24 & 8191) * (1.0 / 8192);
            return knots[piece] + (knots[piece + 1] - knots[piece]) * share;
        }
    }

    private static QuantileTable LogNormal(double median, double sigma) => new(u => median * Math.Exp(sigma * Special.NormalQuantile(u)));

    private static QuantileTable Triangular(double min, double likely, double max) => new(u =>
    {
        var split = (likely - min) / (max - min);
        return u < split ? min + Math.Sqrt(u * (max - min) * (likely - min)) : max - Math.Sqrt((1 - u) * (max - min) * (max - likely));
    });

    private static QuantileTable Pert(double min, double likely, double max)
    {
        var beta = Special.BetaQuantile(1 + 4 * (likely - min) / (max - min), 1 + 4 * (max - likely) / (max - min));
        return new(u => min + (max - min) * beta(u));
    }
}
