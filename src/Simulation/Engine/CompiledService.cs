using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>A service with numbers instead of keys.</summary>
internal sealed class CompiledService
{
    public required EntityRef Ref { get; init; }

    public required ServiceInput Input { get; init; }

    public required int Body { get; init; }

    public required CompiledSubstitute[] Substitutes { get; init; }

    /// <summary>Its deadlines are numbered from here, over all services.</summary>
    public required int FirstDeadline { get; init; }

    /// <summary>New cases an hour.</summary>
    public double Rate => Input.CasesPerWeek / (7 * 24);
}

/// <summary>A substitute with numbers instead of keys.</summary>
internal sealed class CompiledSubstitute
{
    public required SubstituteInput Input { get; init; }

    public required ChanceStream Start { get; init; }

    /// <summary>Its place among the owners of needs.</summary>
    public required int Node { get; init; }

    /// <summary>Number of the partner service; -1: none.</summary>
    public required int Partner { get; init; }
}
