namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Triangular between a least, a most likely and a greatest value; all three may be equal.</summary>
public sealed record TriangularValue : Distribution
{
    /// <param name="min">Least value.</param>
    /// <param name="likely">Most likely value.</param>
    /// <param name="max">Greatest value.</param>
    /// <exception cref="ArgumentException">The values are not finite or do not ascend.</exception>
    public TriangularValue(double min, double likely, double max)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max) || !(min <= likely && likely <= max))
            throw new ArgumentException($"Least, most likely and greatest value must be finite and ascend: {min}, {likely}, {max}.", nameof(likely));
        (Min, Likely, Max) = (min, likely, max);
    }

    /// <summary>Least value.</summary>
    public double Min { get; }

    /// <summary>Most likely value.</summary>
    public double Likely { get; }

    /// <summary>Greatest value.</summary>
    public double Max { get; }

    /// <inheritdoc />
    public override double Quantile(double u)
    {
        var width = Max - Min;
        if (width == 0) return Min;
        var rising = Likely - Min;
        return u * width < rising
            ? Min + Math.Sqrt(u * width * rising)
            : Max - Math.Sqrt((1 - u) * width * (Max - Likely));
    }
}
