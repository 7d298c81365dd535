using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Dependencies;

/// <summary>What capacity is left when one resource is lost, over all needs: minimum over groups, maximum over members.</summary>
internal sealed class CapacityGraph
{
    private readonly Dictionary<EntityRef, IReadOnlyList<IReadOnlyList<(EntityRef Resource, double Capacity)>>> needs = [];

    public CapacityGraph(ModelSet set)
    {
        foreach (var model in set.All)
            foreach (var (key, resource) in model.Resources) needs[new EntityRef(model.Key, key)] = Parse(model.Key, resource.Needs);
    }

    public IEnumerable<EntityRef> Resources => needs.Keys;

    public double CapacityWithout(string body, IReadOnlyList<NeedGroup> groups, EntityRef lost) => Least(Parse(body, groups), lost, []);

    // A circle cannot deliver anything by itself; the check of the model names it elsewhere.
    private double Of(EntityRef resource, EntityRef lost, Dictionary<EntityRef, double> known)
    {
        if (resource == lost || !needs.TryGetValue(resource, out var groups)) return 0;
        if (known.TryGetValue(resource, out var capacity)) return capacity;
        known[resource] = 0;
        return known[resource] = Least(groups, lost, known);
    }

    private double Least(IReadOnlyList<IReadOnlyList<(EntityRef Resource, double Capacity)>> groups, EntityRef lost, Dictionary<EntityRef, double> known) =>
        groups.Count == 0 ? 1 : Math.Min(1, groups.Min(g => g.Max(m => m.Capacity * Of(m.Resource, lost, known))));

    private static IReadOnlyList<IReadOnlyList<(EntityRef, double)>> Parse(string body, IReadOnlyList<NeedGroup> groups) =>
        [.. groups.Select(g => g.Members.Select(m => (ResourceKey.Parse(m.Resource, body), m.Capacity)).ToList())];
}
