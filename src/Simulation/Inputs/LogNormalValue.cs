namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Lognormal: its logarithm is normal. A heavy right tail, as real recovery times have.</summary>
public sealed record LogNormalValue : Distribution
{
    /// <param name="median">Median, above 0.</param>
    /// <param name="logSd">Standard deviation of the natural logarithm, 0 or more.</param>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public LogNormalValue(double median, double logSd)
    {
        if (!double.IsFinite(median) || median <= 0) throw new ArgumentException("The median is finite and above 0.", nameof(median));
        if (!double.IsFinite(logSd) || logSd < 0) throw new ArgumentException("The standard deviation is finite and not negative.", nameof(logSd));
        (Median, LogSd) = (median, logSd);
    }

    /// <summary>Median.</summary>
    public double Median { get; }

    /// <summary>Standard deviation of the natural logarithm.</summary>
    public double LogSd { get; }

    /// <inheritdoc />
    public override double Quantile(double u) => Median * Math.Exp(LogSd * NormalQuantile.At(u));
}
