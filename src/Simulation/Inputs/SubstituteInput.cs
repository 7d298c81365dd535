namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A way to deliver a service without its own IT: paper, neighbour, other tool, repeat of the last run, other office.</summary>
public sealed record SubstituteInput
{
    /// <summary>Key within the service.</summary>
    public required string Key { get; init; }

    /// <summary>Hours from detection until it can start.</summary>
    public required Distribution Start { get; init; }

    /// <summary>Share of normal cases it handles, 0..1; used only while the own capacity is below normal (0.95), and never added to it: the greater counts.</summary>
    public required double Capacity { get; init; }

    /// <summary>Hours it can be kept up, counted from its start, gaps included; then it ends for good.</summary>
    public double Endurance { get; init; } = double.PositiveInfinity;

    /// <summary>Share of the cases it adds to the own capacity that must be typed in again later, 0..1. They are worked off last and do not expire.</summary>
    public double RekeyShare { get; init; }

    /// <summary>What must be available for it: all groups, one member of each. Unavailable later: a gap.</summary>
    public IReadOnlyList<NeedGroupInput> Needs { get; init; } = [];

    /// <summary>The same service of a partner body that does the work: usable only while that service's own capacity is at its emergency level.</summary>
    public EntityRef? Partner { get; init; }

    /// <summary>True for the repetition of the last payment run: while it is usable within the lead time, the deadline is met.</summary>
    public bool RepeatsLastRun { get; init; }
}
