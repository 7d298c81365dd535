using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>How well a band met an observation.</summary>
/// <param name="Covered">Share of the points of the observation inside P10 to P90.</param>
/// <param name="Loss">Pinball loss, mean over P10, P50 and P90 and over the points, on the scale ln(1 + day).</param>
/// <param name="Residual">Observed minus median on that scale: above 0, reality was slower.</param>
/// <param name="LogWidth">Logarithm of the width of the band.</param>
public readonly record struct BandScore(double Covered, double Loss, double Residual, double LogWidth)
{
    private const int PointsOfInterval = 9;

    public static BandScore Of(DayBand band, Observation seen)
    {
        double[] quantiles = [DayScale.Of(band.P10), DayScale.Of(band.P50), DayScale.Of(band.P90)];
        var points = Points(seen);
        return new(
            points.Average(x => x >= quantiles[0] && x <= quantiles[2] ? 1 : 0),
            points.Average(x => (Pinball(x, quantiles[0], 0.1) + Pinball(x, quantiles[1], 0.5) + Pinball(x, quantiles[2], 0.9)) / 3),
            points.Average() - quantiles[1],
            Math.Log(band.Width));
    }

    /// <summary>The observation on the scale of scoring: one point, or nine spread evenly over its interval.</summary>
    public static IReadOnlyList<double> Points(Observation seen)
    {
        var (first, last) = (DayScale.Of(seen.Days.First), DayScale.Of(seen.Days.Last));
        return first == last ? [first] : [.. Enumerable.Range(0, PointsOfInterval).Select(i => first + (last - first) * (i + 0.5) / PointsOfInterval)];
    }

    private static double Pinball(double x, double quantile, double level) => x >= quantile ? level * (x - quantile) : (1 - level) * (quantile - x);
}
