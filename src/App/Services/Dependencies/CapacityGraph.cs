using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Dependencies;

/// <summary>
/// What capacity is left when one resource is lost, over all needs: minimum over groups, maximum over members. Every resource is taken away once,
/// so that references are looked up beforehand and each resource is worked out once for all services.
/// </summary>
internal sealed class CapacityGraph
{
    private readonly List<EntityRef> resources = [];
    private readonly Dictionary<EntityRef, int> numbers = [];
    private readonly Group[][] needs;

    public CapacityGraph(ModelSet set)
    {
        var all = set.All.SelectMany(m => m.Resources.Select(r => (Reference: new EntityRef(m.Key, r.Key), r.Value.Needs))).ToList();
        foreach (var (reference, _) in all)
            if (numbers.TryAdd(reference, resources.Count)) resources.Add(reference);
        needs = new Group[resources.Count][];
        foreach (var (reference, groups) in all) needs[numbers[reference]] = Read(reference.Body, groups);
    }

    public IReadOnlyList<EntityRef> Resources => resources;

    /// <summary>Groups of needs with the numbers of their resources.</summary>
    public Group[] Read(string body, IReadOnlyList<NeedGroup> groups) =>
        [.. groups.Select(g => new Group([.. g.Members.Select(m => (numbers.GetValueOrDefault(ResourceKey.Parse(m.Resource, body), -1), m.Capacity))]))];

    /// <summary>What is left for each of these needs when one resource is lost.</summary>
    public double[] CapacitiesWithout(int lost, IReadOnlyList<Group[]> wanted)
    {
        var known = new double[resources.Count];
        Array.Fill(known, double.NaN);
        return [.. wanted.Select(groups => Least(groups, lost, known))];
    }

    // A circle cannot deliver anything by itself; the check of the model names it elsewhere.
    private double Of(int resource, int lost, double[] known)
    {
        if (resource < 0 || resource == lost) return 0;
        if (!double.IsNaN(known[resource])) return known[resource];
        known[resource] = 0;
        return known[resource] = Least(needs[resource], lost, known);
    }

    private double Least(Group[] groups, int lost, double[] known)
    {
        var least = 1.0;
        foreach (var group in groups)
        {
            var most = double.NegativeInfinity;
            foreach (var (resource, capacity) in group.Members) most = Math.Max(most, capacity * Of(resource, lost, known));
            least = Math.Min(least, most);
        }

        return least;
    }

    /// <param name="Members">Number of the resource, below zero when it does not exist, and what is reached with it.</param>
    internal readonly record struct Group((int Resource, double Capacity)[] Members);
}
