namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A distribution of hours, person-hours or factors, as an immutable value that maps a uniform number to a quantile.</summary>
public abstract record Distribution
{
    /// <summary>Always 0.</summary>
    public static Distribution Zero { get; } = new FixedValue(0);

    /// <summary>Always the same value.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static Distribution Fixed(double value) => new FixedValue(value);

    /// <summary>Triangular between a least, a most likely and a greatest value.</summary>
    /// <exception cref="ArgumentException">The values are not finite or do not ascend.</exception>
    public static Distribution Triangular(double min, double likely, double max) => new TriangularValue(min, likely, max);

    /// <summary>PERT between a least, a most likely and a greatest value.</summary>
    /// <exception cref="ArgumentException">The values are not finite or do not ascend.</exception>
    public static Distribution Pert(double min, double likely, double max) => new PertValue(min, likely, max);

    /// <summary>Lognormal with its median and the standard deviation of the natural logarithm.</summary>
    /// <exception cref="ArgumentException">The median is not above 0, or the standard deviation is negative.</exception>
    public static Distribution LogNormal(double median, double logSd) => new LogNormalValue(median, logSd);

    /// <summary>One of several distributions, each with its weight; weights need not add up to 1.</summary>
    /// <exception cref="ArgumentException">There is no part, or a weight is not above 0.</exception>
    public static Distribution Mixture(params IReadOnlyList<MixturePart> parts) => new MixtureValue(parts);

    /// <summary>The value below which the share <paramref name="u"/> of draws lies, 0 &lt; u &lt; 1.</summary>
    public abstract double Quantile(double u);
}
