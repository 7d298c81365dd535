using ResilienceMonitor.Services;

namespace ResilienceMonitor.Measures;

/// <summary>Clean devices in stock: wherever a workplace computer is needed, they stand in for a share of it.</summary>
internal static class SpareClients
{
    private const string Key = "spare-clients";

    public static BodyModel Apply(BodyModel model, MeasureEffect effect)
    {
        var fleets = model.Resources.Where(r => r.Value.Kind == ResourceKind.Clients).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        if (fleets.Count == 0) return model;
        var spares = model.Resources.Where(r => r.Value.Kind == ResourceKind.SpareClients).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var spare = spares.Order(StringComparer.Ordinal).FirstOrDefault() ?? Key;
        var resources = new SortedDictionary<string, ResourceContent>(model.Resources.ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal), StringComparer.Ordinal);
        resources.TryAdd(spare, new ResourceContent { Kind = ResourceKind.SpareClients, Host = ResourceHost.Own, CatalogueKey = Key, Origin = model.Body.Origin });
        return model with
        {
            Resources = resources,
            Services = ModelPatch.Change(model.Services, (_, s) => s with { Needs = [.. s.Needs.Select(g => WithSpares(g, fleets, spare, effect))] }),
        };
    }

    private static NeedGroup WithSpares(NeedGroup group, HashSet<string> fleets, string spare, MeasureEffect effect)
    {
        if (!group.Members.Any(m => fleets.Contains(m.Resource))) return group;
        var old = group.Members.FirstOrDefault(m => m.Resource == spare)?.Capacity ?? 0;
        var share = EffectFilter.Share(effect, old);
        var others = group.Members.Where(m => m.Resource != spare);
        return new NeedGroup([.. others, .. share > 0 ? [new NeedMember(spare, share)] : Array.Empty<NeedMember>()]);
    }
}
