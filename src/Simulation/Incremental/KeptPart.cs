using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Incremental;

/// <summary>What is kept of a part of a region that was played.</summary>
/// <param name="Model">The part.</param>
/// <param name="Groups">What its owners need.</param>
/// <param name="Rows">When everything came back.</param>
/// <param name="Bodies">What was summed up for each body, in the order in which they were followed, with its number in the whole region.</param>
internal sealed record KeptPart(CompiledModel Model, OwnerGroups Groups, PlayedRows Rows, IReadOnlyList<(int Body, BodyRuns Runs)> Bodies)
{
    private readonly Dictionary<Inputs.EntityRef, int> _resources = Model.Resources.Index().ToDictionary(r => r.Item.Ref, r => r.Index);
    private readonly Dictionary<Inputs.EntityRef, int> _gates = Model.Outage.Gates.Index().ToDictionary(g => g.Item.Ref, g => g.Index);
    private readonly Dictionary<string, int> _bodies = Model.Bodies.Index().ToDictionary(b => b.Item.Input.Key, b => b.Index);

    /// <summary>Number of a resource, or -1.</summary>
    public int Resource(Inputs.EntityRef key) => _resources.GetValueOrDefault(key, -1);

    /// <summary>Number of a gate, or -1.</summary>
    public int Gate(Inputs.EntityRef key) => _gates.GetValueOrDefault(key, -1);

    /// <summary>Number of a body, or -1.</summary>
    public int Body(string key) => _bodies.GetValueOrDefault(key, -1);
}
