using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation;

/// <summary>Finds what makes a region or outage impossible to simulate, before it is simulated.</summary>
public static class RegionCheck
{
    /// <summary>All problems, at most 200; empty: the input can be simulated.</summary>
    public static IReadOnlyList<RegionProblem> FindProblems(RegionInput region, OutageInput? outage = null) => throw new InvalidOperationException();
}

/// <summary>One problem of the input.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">The entities involved; of a cycle: each waits for the next, the last for the first.</param>
/// <param name="Detail">For programmers: what was found, in English.</param>
public sealed record RegionProblem(RegionProblemKind Kind, IReadOnlyList<EntityRef> Path, string Detail);

/// <summary>Kinds of problems.</summary>
public enum RegionProblemKind
{
    /// <summary>Prerequisites, needs or gates wait for each other in a circle.</summary>
    Cycle,

    /// <summary>A reference names something that does not exist.</summary>
    UnknownReference,

    /// <summary>Two entities have the same key.</summary>
    DuplicateKey,

    /// <summary>A number is outside its range.</summary>
    OutOfRange,
}
