namespace ResilienceMonitor.Simulation.Results;

/// <summary>Results of one body.</summary>
public sealed record BodyResult
{
    /// <summary>Key of the body.</summary>
    public required string Key { get; init; }

    /// <summary>Services in the order of the input.</summary>
    public required IReadOnlyList<ServiceResult> Services { get; init; }

    /// <summary>Resources in the order of the input.</summary>
    public required IReadOnlyList<ResourceResult> Resources { get; init; }

    /// <summary>Sums and curve over the services of this body.</summary>
    public required TotalResult Total { get; init; }
}

/// <summary>When a resource works again.</summary>
/// <param name="Key">Key within the body.</param>
/// <param name="Up">Hour from which its capacity is full; 0 if it never failed.</param>
/// <param name="ChanceHit">Share of runs in which it was hit.</param>
public sealed record ResourceResult(string Key, TimeBand Up, double ChanceHit);
