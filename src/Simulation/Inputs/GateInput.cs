namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A step before restoration may go on (detection and shutdown, forensics, clean network, re-connection). Runs on wall time.</summary>
public sealed record GateInput
{
    /// <summary>Stable name; the body part is the owner.</summary>
    public required EntityRef Key { get; init; }

    /// <summary>Hours it takes once it has begun, before the slip factor.</summary>
    public required Distribution Duration { get; init; }

    /// <summary>Gates that must pass before this one begins.</summary>
    public IReadOnlyList<EntityRef> After { get; init; } = [];

    /// <summary>Resources that must be available (capacity above 0) before this one begins.</summary>
    public IReadOnlyList<EntityRef> AfterResources { get; init; } = [];

    /// <summary>The slip factor is raised to this power for this gate: 1 full slip, 0 none.</summary>
    public double SlipExponent { get; init; } = 1;

    /// <summary>Bodies for which the passing of this gate is the detection from which substitutes count; the earliest one counts. A body named by no gate detects at hour 0.</summary>
    public IReadOnlyList<string> DetectedBy { get; init; } = [];
}
