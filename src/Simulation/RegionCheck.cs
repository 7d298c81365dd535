using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation;

/// <summary>Finds what makes a region or outage impossible to simulate, before it is simulated.</summary>
public static class RegionCheck
{
    /// <summary>All problems, at most 200; empty: the input can be simulated. Of a region that is too large (<see cref="InputLimits"/>) only that.</summary>
    public static IReadOnlyList<RegionProblem> FindProblems(RegionInput region, OutageInput? outage = null)
    {
        var problems = new ProblemList();
        SizeCheck.Check(region, problems);
        if (problems.Problems.Count > 0) return problems.Problems;
        var index = new RegionIndex(region, outage);
        var bodies = new HashSet<string>();
        var bodyCheck = new BodyCheck(index, problems);
        foreach (var body in region.Bodies)
        {
            problems.Unique(bodies, body.Key, new(body.Key, ""), "Body");
            bodyCheck.Check(body);
        }

        if (outage is not null) new OutageCheck(index, problems).Check(outage);
        var graph = new WaitGraph(index, outage);
        foreach (var cycle in graph.Walk().Cycles)
        {
            var path = Array.ConvertAll(cycle, graph.Name);
            problems.Add(RegionProblemKind.Cycle, path, $"{string.Join(" waits for ", path.Append(path[0]))}.");
        }

        return problems.Problems;
    }

    /// <summary>Throws the first problem, if there is any.</summary>
    internal static void Require(RegionInput region, OutageInput? outage = null)
    {
        if (FindProblems(region, outage) is [var first, ..]) throw new ArgumentException($"{first.Kind}: {first.Detail}");
    }
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

    /// <summary>The region has more of something than <see cref="InputLimits"/> allows.</summary>
    TooLarge,
}
