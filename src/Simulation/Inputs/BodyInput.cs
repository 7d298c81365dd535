namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>An administration or a shared provider with its own people, resources and services.</summary>
public sealed record BodyInput
{
    /// <summary>Stable key, unique in the region.</summary>
    public required string Key { get; init; }

    /// <summary>The people who restore this body's resources.</summary>
    public required TeamInput Team { get; init; }

    /// <summary>Resources this body operates; keys unique within the body.</summary>
    public IReadOnlyList<ResourceInput> Resources { get; init; } = [];

    /// <summary>Services this body delivers; keys unique within the body.</summary>
    public IReadOnlyList<ServiceInput> Services { get; init; } = [];
}
