namespace ResilienceMonitor.Platform.Reference;

/// <summary>A named number of the starter model. Exactly one of the value forms is filled.</summary>
public sealed record Parameter
{
    public required LocalText Title { get; init; }
    public required LocalText Explanation { get; init; }
    public required LocalText Unit { get; init; }
    public required IReadOnlyDictionary<string, string> Basis { get; init; }

    public double? Value { get; init; }
    public Spread? Spread { get; init; }

    /// <summary>One value for each case, for example by legal status; <c>*</c> stands for all others.</summary>
    public IReadOnlyDictionary<string, double>? Cases { get; init; }

    /// <summary>Prior range in which the value may be fitted to real outages; null: not to be fitted.</summary>
    public ParameterRange? Range { get; init; }
}

/// <summary>Both ends inclusive.</summary>
public sealed record ParameterRange(double Min, double Max);
