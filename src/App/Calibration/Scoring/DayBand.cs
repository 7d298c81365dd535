using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>Quantiles of the day of a milestone.</summary>
/// <param name="P10">One of ten is not later.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">Nine of ten are not later.</param>
public readonly record struct DayBand(double P10, double P50, double P90)
{
    // Quantiles of the standard normal distribution in the middle of nine equal parts.
    private static readonly double[] NoiseSteps = [-1.5932, -0.9674, -0.5895, -0.2822, 0, 0.2822, 0.5895, 0.9674, 1.5932];

    /// <summary>Upper end over lower end, in days + 1.</summary>
    public double Width => (P90 + 1) / (P10 + 1);

    /// <summary>The band of an observation: that of the runs, widened by what “back” may mean.</summary>
    /// <param name="days">The day in each run.</param>
    /// <param name="noise">Standard deviation on the scale ln(1 + day).</param>
    /// <param name="weights">Weight of each run; null: all alike.</param>
    public static DayBand Of(IReadOnlyList<double> days, double noise, IReadOnlyList<double>? weights = null)
    {
        var values = new (double X, double Weight)[days.Count * NoiseSteps.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var run = i / NoiseSteps.Length;
            values[i] = (Math.Max(0, DayScale.Of(days[run]) + noise * NoiseSteps[i % NoiseSteps.Length]), weights?[run] ?? 1);
        }

        var (p10, p50, p90) = WeightedQuantiles.Three(values);
        return new(DayScale.Day(p10), DayScale.Day(p50), DayScale.Day(p90));
    }
}
