namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A distribution of hours, person-hours or factors, as an immutable value that maps a uniform number to a quantile.</summary>
public abstract record Distribution
{
    /// <summary>Always 0.</summary>
    public static Distribution Zero { get; } = new FixedValue(0);

    /// <summary>Always the same value.</summary>
    public static Distribution Fixed(double value) => new FixedValue(value);

    /// <summary>Triangular between a least, a most likely and a greatest value.</summary>
    public static Distribution Triangular(double min, double likely, double max) => throw new InvalidOperationException();

    /// <summary>Lognormal with its median and the standard deviation of the natural logarithm.</summary>
    public static Distribution LogNormal(double median, double logSd) => throw new InvalidOperationException();

    /// <summary>One of several distributions, chosen by weight; weights need not sum to 1.</summary>
    public static Distribution Mixture(IReadOnlyList<(double Weight, Distribution Value)> parts) => throw new InvalidOperationException();

    /// <summary>The value below which the share <paramref name="u"/> of draws lies, 0 &lt; u &lt; 1.</summary>
    public abstract double Quantile(double u);
}
