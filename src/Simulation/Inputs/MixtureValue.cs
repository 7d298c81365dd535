namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>One of several distributions, chosen by weight.</summary>
/// <remarks>
/// One uniform number does both: it picks the part by cumulative weight in the order of the list, and its position within that part's
/// share is the number the part is asked for. <see cref="Quantile"/> is therefore ascending only within a part.
/// </remarks>
public sealed record MixtureValue : Distribution
{
    private readonly MixturePart[] _parts;
    private readonly double _total;

    /// <param name="parts">The parts, at least one.</param>
    /// <exception cref="ArgumentException">There is no part, or a weight is not above 0.</exception>
    public MixtureValue(IReadOnlyList<MixturePart> parts)
    {
        if (parts.Count == 0) throw new ArgumentException("A mixture has at least one part.", nameof(parts));
        if (parts.Any(p => !double.IsFinite(p.Weight) || p.Weight <= 0)) throw new ArgumentException("Weights are finite and above 0.", nameof(parts));
        _parts = [.. parts];
        _total = _parts.Sum(p => p.Weight);
    }

    /// <summary>The parts.</summary>
    public IReadOnlyList<MixturePart> Parts => _parts;

    /// <inheritdoc />
    public override double Quantile(double u)
    {
        var rest = u * _total;
        foreach (var part in _parts)
        {
            if (rest < part.Weight) return part.Distribution.Quantile(Inside(rest / part.Weight));
            rest -= part.Weight;
        }

        return _parts[^1].Distribution.Quantile(Inside(1));
    }

    /// <summary>Two mixtures are equal when their parts are, in the same order.</summary>
    public bool Equals(MixtureValue? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc />
    public override int GetHashCode() => Parts.Aggregate(Parts.Count, HashCode.Combine);

    // At the edge between two parts rounding may give exactly 0 or 1, where a part need not have a quantile.
    private static double Inside(double u) => Math.Clamp(u, 1e-16, 1 - 1e-16);
}
