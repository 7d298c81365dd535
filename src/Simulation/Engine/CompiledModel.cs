using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Region and outage with all keys replaced by numbers: compiled once, read by every run on every thread.</summary>
/// <remarks>
/// Resources are numbered so that whatever one waits for has a smaller number. Nodes are all owners of needs: the resources, then the
/// services, then the substitutes.
/// </remarks>
internal sealed class CompiledModel
{
    public required CompiledBody[] Bodies { get; init; }

    public required CompiledResource[] Resources { get; init; }

    public required CompiledService[] Services { get; init; }

    public required CompiledOutage Outage { get; init; }

    /// <summary>Needs of all nodes.</summary>
    public required NeedTable Needs { get; init; }

    /// <summary>Nodes that need each resource.</summary>
    public required IntLists NodesNeeding { get; init; }

    /// <summary>Prerequisites of all resources.</summary>
    public required NeedTable Prerequisites { get; init; }

    /// <summary>Resources of which each resource is a prerequisite.</summary>
    public required IntLists ResourcesAfter { get; init; }

    public required DispatchMode Dispatch { get; init; }

    /// <summary>What is asked for.</summary>
    public required Figures Figures { get; init; }

    /// <summary>True if some service states an RPO and it is asked for, so that lost data must be followed.</summary>
    public required bool HasRpo { get; init; }

    public int ServiceNode(int service) => Resources.Length + service;

    /// <summary>Start of a run.</summary>
    public int StartOf(int run) => Scrambles.StartOf(run, Outage.Input.Starts);
}
