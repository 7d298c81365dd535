using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Copying;

/// <summary>Finds what a template needs in the own model and at the own providers: by catalogue key, else by name. What is not there is kept under the key it would get.</summary>
public sealed class ResourceMatch(ModelSet set, ItemNames names)
{
    private readonly Dictionary<string, TemplateMember> missing = new(StringComparer.Ordinal);
    private readonly BodyModel own = set.Asked[0];

    public IReadOnlyDictionary<string, TemplateMember> Missing => missing;

    public IReadOnlyList<NeedGroup> Groups(IReadOnlyList<IReadOnlyList<TemplateMember>> groups) =>
        [.. groups.Select(g => new NeedGroup([.. g.Select(m => new NeedMember(Find(m), m.Capacity)).DistinctBy(m => m.Resource)]))];

    private string Find(TemplateMember member)
    {
        var known = set.All.OrderByDescending(m => m.Key == own.Key).SelectMany(m => m.Resources.Select(r => (Reference: new EntityRef(m.Key, r.Key), Content: r.Value))).ToList();
        var name = names.Of(member.Key, member.Name, member.CatalogueKey);
        var found = known.Where(r => member.CatalogueKey is not null && r.Content.CatalogueKey == member.CatalogueKey)
            .Concat(known.Where(r => r.Content.Kind == member.Kind && string.Equals(names.Of(r.Reference.Key, r.Content), name, StringComparison.CurrentCultureIgnoreCase)))
            .Select(r => (EntityRef?)r.Reference).FirstOrDefault();
        return found is { } at ? at.Body == own.Key ? at.Key : $"{at.Body}/{at.Key}" : Keep(member);
    }

    private string Keep(TemplateMember member)
    {
        if (missing.FirstOrDefault(m => m.Value with { Capacity = 1 } == member with { Capacity = 1 }).Key is { } kept) return kept;
        var key = own.Resources.ContainsKey(member.Key) || missing.ContainsKey(member.Key)
            ? Enumerable.Range(2, own.Resources.Count + missing.Count + 1).Select(i => $"{member.Key}-{i}").First(k => !own.Resources.ContainsKey(k) && !missing.ContainsKey(k))
            : member.Key;
        missing[key] = member;
        return key;
    }
}
