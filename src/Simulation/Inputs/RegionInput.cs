namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Everything a simulation knows: the bodies, their resources and services. One administration alone is a region of one.</summary>
public sealed record RegionInput
{
    /// <summary>The bodies, in any order; keys are unique. Results come in the same order.</summary>
    public required IReadOnlyList<BodyInput> Bodies { get; init; }
}
