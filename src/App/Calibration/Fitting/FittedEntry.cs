namespace ResilienceMonitor.Calibration.Fitting;

/// <summary>A fitted number as it stands in <c>catalogues/reference-fit.json</c>, by its key in <c>reference.json</c>.</summary>
public sealed record FittedEntry
{
    public required double Prior { get; init; }
    public required double Value { get; init; }

    /// <summary>The least value with one case left out, and the greatest.</summary>
    public required double Least { get; init; }

    public required double Greatest { get; init; }
    public required IReadOnlyDictionary<string, string> Basis { get; init; }

    public static FittedEntry Of(FittedNumber number, string source) => new()
    {
        Prior = number.Prior,
        Value = Math.Round(number.Value, 3),
        Least = Math.Round(number.Least, 3),
        Greatest = Math.Round(number.Greatest, 3),
        Basis = new Dictionary<string, string> { ["*"] = source },
    };
}
