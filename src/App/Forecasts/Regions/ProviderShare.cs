using ResilienceMonitor.Bodies;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>What depends on one provider; it falls together when the provider falls.</summary>
/// <param name="Provider">Its key; null: what depends on no provider.</param>
/// <param name="Bodies">Keys of the bodies with services that depend on it.</param>
/// <param name="Services">Number of their own services that depend on it.</param>
/// <param name="AllServices">Number of own services in the whole region.</param>
/// <param name="Inhabitants">Inhabitants of these municipalities; a district adds its own only if there are no municipalities, or people would count twice.</param>
public sealed record ProviderShare(string? Provider, IReadOnlyList<string> Bodies, int Services, int AllServices, int Inhabitants)
{
    /// <summary>Most services first.</summary>
    public static IReadOnlyList<ProviderShare> Of(ModelSet set)
    {
        var reached = new ProvidersBehind(set);
        var services = set.Asked.SelectMany(body => body.Services.Values.Where(s => s.Responsibility == Responsibility.Own)
            .SelectMany(service => reached.Of(body.Key, service.Needs).DefaultIfEmpty(null).Select(provider => (Provider: provider, Body: body)))).ToList();
        var all = set.Asked.Sum(b => b.Services.Values.Count(s => s.Responsibility == Responsibility.Own));
        var municipalities = set.Asked.Any(b => b.Body.Kind == BodyKind.Municipality);
        return [.. services.GroupBy(s => s.Provider)
            .Select(g => (g.Key, Count: g.Count(), Bodies: g.Select(s => s.Body).DistinctBy(b => b.Key).ToList()))
            .Select(g => new ProviderShare(g.Key, [.. g.Bodies.Select(b => b.Key)], g.Count, all,
                g.Bodies.Where(b => !municipalities || b.Body.Kind == BodyKind.Municipality).Sum(b => b.Body.Population ?? 0)))
            .OrderBy(p => p.Provider is null).ThenByDescending(p => p.Services).ThenBy(p => p.Provider, StringComparer.Ordinal)];
    }

    /// <summary>Other bodies that something depends on, over all needs, alternatives included.</summary>
    private sealed class ProvidersBehind(ModelSet set)
    {
        private readonly Dictionary<string, BodyModel> models = set.All.DistinctBy(m => m.Key).ToDictionary(m => m.Key, StringComparer.Ordinal);
        private readonly Dictionary<EntityRef, HashSet<string>> known = [];

        public IEnumerable<string?> Of(string body, IReadOnlyList<NeedGroup> needs)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in needs.SelectMany(g => g.Members)) found.UnionWith(Behind(ResourceKey.Parse(member.Resource, body)));
            found.Remove(body);
            return found.Order(StringComparer.Ordinal);
        }

        private HashSet<string> Behind(EntityRef resource)
        {
            if (known.TryGetValue(resource, out var before)) return before;
            var found = known[resource] = new HashSet<string>(StringComparer.Ordinal) { resource.Body };
            if (models.GetValueOrDefault(resource.Body)?.Resources.GetValueOrDefault(resource.Key) is { } content)
                foreach (var member in content.Needs.SelectMany(g => g.Members)) found.UnionWith(Behind(ResourceKey.Parse(member.Resource, resource.Body)));
            return found;
        }
    }
}
