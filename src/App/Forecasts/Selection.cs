namespace ResilienceMonitor.Forecasts;

/// <summary>What is simulated: one body, or the members of a region, in a scenario.</summary>
public sealed record Selection
{
    /// <summary>Key of a body; null when a region is named.</summary>
    public string? Body { get; init; }

    /// <summary>Key of a region; null when a body is named.</summary>
    public string? Region { get; init; }

    /// <summary>Key of a provider whose customers are simulated together; null otherwise.</summary>
    public string? CustomersOf { get; init; }

    /// <summary>Key of a district that is simulated together with its municipalities; null otherwise.</summary>
    public string? District { get; init; }

    /// <summary>Members of a region whose model may not be seen are left out; otherwise they are a reason to refuse.</summary>
    public bool KnownOnly { get; init; }

    public required string Scenario { get; init; }

    /// <summary>Key or name of the provider that falls; null: the main provider of the bodies.</summary>
    public string? Provider { get; init; }

    public int Runs { get; init; } = 500;

    public ulong Seed { get; init; } = 1;

    /// <summary>Runs are added until intervals reach this share of the figure to each side, or there are <see cref="Runs"/>; null: as many as asked for.</summary>
    public double? Accuracy { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    public Levers Levers { get; init; } = new();

    /// <summary>Keys of measures that are taken to be in place.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];
}
