namespace ResilienceMonitor.Simulation.Results;

/// <summary>Quantiles of a time in hours over all runs, by nearest rank; infinity: not within five years.</summary>
/// <param name="P10">Value that 10 of 100 runs do not exceed.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">Value that 90 of 100 runs do not exceed.</param>
/// <param name="P10Low">Lower end of the 95 % Monte Carlo interval of P10; this and the following are not a number where they were not asked for.</param>
/// <param name="P10High">Upper end of it.</param>
/// <param name="P50Low">Lower end of the 95 % Monte Carlo interval of the median.</param>
/// <param name="P50High">Upper end of it.</param>
/// <param name="P90Low">Lower end of the 95 % Monte Carlo interval of P90.</param>
/// <param name="P90High">Upper end of it.</param>
public readonly record struct TimeBand(double P10, double P50, double P90, double P10Low, double P10High, double P50Low, double P50High, double P90Low, double P90High)
{
    /// <summary>Stands where the time was not asked for.</summary>
    public static TimeBand NotAsked { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}

/// <summary>A mean over all runs with its Monte Carlo error and spread.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardError">Monte Carlo error: the mean -+ 2 standard errors is an interval of 95 %.</param>
/// <param name="P10">10 % quantile over runs.</param>
/// <param name="P90">90 % quantile over runs.</param>
public readonly record struct Estimate(double Mean, double StandardError, double P10, double P90)
{
    /// <summary>Stands where the figure was not asked for.</summary>
    public static Estimate NotAsked { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN);
}
