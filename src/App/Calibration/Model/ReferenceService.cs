using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Calibration.Model;

/// <summary>A service of the reference model, as it stands in <c>catalogues/reference-services.json</c>.</summary>
public sealed record ReferenceService
{
    public required LocalText Name { get; init; }

    /// <summary>How it can be delivered without its IT.</summary>
    public required ReferenceSubstitute Substitute { get; init; }

    /// <summary>Hours by which it is wanted back; only the order matters.</summary>
    public required double RequiredHours { get; init; }

    /// <summary>True if it needs networks of others.</summary>
    public required bool Outside { get; init; }

    /// <summary>Names in collections of outages that mean this service.</summary>
    public required IReadOnlyList<string> Also { get; init; }

    public required IReadOnlyDictionary<string, string> Basis { get; init; }
}

/// <summary>Kinds of substitutes that take a different time to begin.</summary>
public enum ReferenceSubstitute
{
    /// <summary>Counter services and registers: somewhere else, with devices of others.</summary>
    Counter,

    /// <summary>Forms on paper, payments by hand.</summary>
    Office,
}
