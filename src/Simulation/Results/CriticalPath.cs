using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Results;

/// <summary>What a service waited for in one run, from the start of the outage to its own return, without gaps.</summary>
/// <param name="Run">The run that was followed.</param>
/// <param name="Steps">Steps in order of time.</param>
public sealed record CriticalPath(int Run, IReadOnlyList<CriticalStep> Steps);

/// <summary>One step of a critical path.</summary>
/// <param name="Kind">What was waited for.</param>
/// <param name="Entity">The gate or resource.</param>
/// <param name="From">Begin, hours.</param>
/// <param name="To">End, hours.</param>
public sealed record CriticalStep(CriticalStepKind Kind, EntityRef Entity, double From, double To);

/// <summary>Kinds of steps.</summary>
public enum CriticalStepKind
{
    /// <summary>A gate ran.</summary>
    Gate,

    /// <summary>The resource was ready, but nobody was free (or it was outside working hours).</summary>
    WaitForPeople,

    /// <summary>People worked on it (pauses included).</summary>
    Work,

    /// <summary>The restart test failed and work was repeated.</summary>
    Rework,

    /// <summary>Waiting time that no person shortens.</summary>
    Waiting,
}
