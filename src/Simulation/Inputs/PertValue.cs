namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>PERT: a beta distribution between a least and a greatest value, whose mean is (least + 4 x likely + greatest) / 6. Smoother than a triangle, thinner at its ends.</summary>
/// <remarks>Malcolm, Roseboom, Clark, Fazar, "Application of a Technique for Research and Development Program Evaluation", Operations Research 7 (1959).</remarks>
public sealed record PertValue : Distribution
{
    private readonly BetaDistribution _beta;

    /// <param name="min">Least value.</param>
    /// <param name="likely">Most likely value.</param>
    /// <param name="max">Greatest value.</param>
    /// <exception cref="ArgumentException">The values are not finite or do not ascend.</exception>
    public PertValue(double min, double likely, double max)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max) || !(min <= likely && likely <= max))
            throw new ArgumentException($"Least, most likely and greatest value must be finite and ascend: {min}, {likely}, {max}.", nameof(likely));
        (Min, Likely, Max) = (min, likely, max);
        var width = max - min;
        _beta = width == 0 ? new(1, 1) : new(1 + 4 * (likely - min) / width, 1 + 4 * (max - likely) / width);
    }

    /// <summary>Least value.</summary>
    public double Min { get; }

    /// <summary>Most likely value.</summary>
    public double Likely { get; }

    /// <summary>Greatest value.</summary>
    public double Max { get; }

    /// <inheritdoc />
    public override double Quantile(double u) => Min + (Max - Min) * _beta.Quantile(u);
}
