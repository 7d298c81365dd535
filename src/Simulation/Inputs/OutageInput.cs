namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A scenario compiled for a region: what is hit, with which chance, and which gates stand before the restoration.</summary>
public sealed record OutageInput
{
    /// <summary>What is hit, as groups that fall together. All hits are at hour 0.</summary>
    public IReadOnlyList<HitGroupInput> Hits { get; init; } = [];

    /// <summary>Steps before restoration may go on.</summary>
    public IReadOnlyList<GateInput> Gates { get; init; } = [];

    /// <summary>Slip factor: real over planned time, one draw for each run, on gates and work only.</summary>
    public Distribution Slip { get; init; } = Distribution.Fixed(1);

    /// <summary>Number of different starts (calendar positions); runs take them in turn (docs/simulation.md, "Chance"). At least 1.</summary>
    public int Starts { get; init; } = 1;
}
