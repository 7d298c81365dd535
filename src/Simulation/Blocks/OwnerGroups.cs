using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// What resources and services need, told apart by how its capacity rises. A simple resource jumps from 0 to 1: it is no fleet, and so is all it
/// needs, with full capacity. Groups of simple members are there at one moment; only the others have to be followed step by step.
/// </summary>
internal sealed class OwnerGroups
{
    /// <param name="model">The model.</param>
    public OwnerGroups(CompiledModel model)
    {
        IsSimple = new bool[model.Resources.Length];
        Simple = new int[model.Needs.Owners][][];
        Others = new (int Resource, double Capacity)[model.Needs.Owners][][];
        for (var owner = 0; owner < Simple.Length; owner++)
        {
            var (first, end) = model.Needs.Groups(owner);
            var groups = Enumerable.Range(first, end - first).Select(g => MembersOf(model.Needs, g)).ToLookup(members => members.All(m => m.Capacity == 1 && IsSimple[m.Resource]));
            Simple[owner] = [.. groups[true].Select(members => members.Select(m => m.Resource).ToArray())];
            Others[owner] = [.. groups[false]];
            if (owner < IsSimple.Length) IsSimple[owner] = Others[owner].Length == 0 && !model.Resources[owner].IsFleet;
        }
    }

    public bool[] IsSimple { get; }

    /// <summary>For each owner the groups of simple members with full capacity, as numbers of resources.</summary>
    public int[][][] Simple { get; }

    /// <summary>For each owner the other groups.</summary>
    public (int Resource, double Capacity)[][][] Others { get; }

    private static (int Resource, double Capacity)[] MembersOf(NeedTable needs, int group)
    {
        var (from, to) = needs.Members(group);
        return [.. Enumerable.Range(from, to - from).Select(m => (needs.Resource(m), needs.MemberCapacity(m)))];
    }
}
