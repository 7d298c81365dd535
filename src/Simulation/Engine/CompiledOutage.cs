using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>An outage with numbers instead of keys.</summary>
internal sealed class CompiledOutage
{
    public required OutageInput Input { get; init; }

    public required ChanceStream Slip { get; init; }

    /// <summary>Severity of the outage as a whole.</summary>
    public required ChanceStream Severity { get; init; }

    /// <summary>Hit groups, an enclosing one before its groups.</summary>
    public required CompiledGroup[] Groups { get; init; }

    public required CompiledHit[] Hits { get; init; }

    /// <summary>Hits of each resource.</summary>
    public required IntLists HitsOfResource { get; init; }

    public required CompiledGate[] Gates { get; init; }

    /// <summary>Gates that come after each gate.</summary>
    public required IntLists GatesAfterGate { get; init; }

    /// <summary>Gates that come after each resource.</summary>
    public required IntLists GatesAfterResource { get; init; }

    /// <summary>Resources of which some hit waits for each gate.</summary>
    public required IntLists ResourcesAfterGate { get; init; }
}

/// <summary>A hit group; <paramref name="Parent"/> is the group around it, -1: none. Its severity matters if it passes it on.</summary>
internal sealed record CompiledGroup(int Parent, double Chance, double ChanceBySeverity, ChanceStream Stream, bool PassesSeverity, ChanceStream Severity);

/// <summary>A hit of one resource through one group.</summary>
internal sealed record CompiledHit(int Group, int Resource, HitKind Kind, double Chance, double ChanceBySeverity, ChanceStream Stream, int[] Gates);

/// <summary>A gate and what it waits for.</summary>
internal sealed record CompiledGate(EntityRef Ref, GateInput Input, ChanceStream Duration, int[] After, int[] AfterResources);
