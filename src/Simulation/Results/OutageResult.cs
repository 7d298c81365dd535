namespace ResilienceMonitor.Simulation.Results;

/// <summary>What a simulation delivers: distributions for every service and body, and for the region as a whole.</summary>
public sealed record OutageResult
{
    /// <summary>Version of the meaning of the numbers; it changes when the same input may give other results.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Number of runs.</summary>
    public required int Runs { get; init; }

    /// <summary>Seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Bodies in the order of the input.</summary>
    public required IReadOnlyList<BodyResult> Bodies { get; init; }

    /// <summary>Sums and curve over all bodies.</summary>
    public required TotalResult Total { get; init; }
}
