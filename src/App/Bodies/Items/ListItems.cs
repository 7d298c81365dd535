using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Items;

/// <summary>The items of a section after a key: rows of the body's own, or what is derived for it.</summary>
public sealed class ListItems(AppDb db, BodyOfAddress bodies, ItemSections sections, Actor actor)
{
    public async Task<Result<IReadOnlyList<FoundItem>>> Run(string bodyKey, string section, string? after, int limit, CancellationToken ct)
    {
        var (known, kind, rules) = sections.Of(section);
        actor.Must(known.View);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } refusal) return refusal;
        if (rules is not null && await rules.Derived(body.Value, ct) is { } derived)
            return derived.Where(i => after is null || string.CompareOrdinal(i.Key, after) > 0).OrderBy(i => i.Key, StringComparer.Ordinal).Take(limit)
                .Select(i => FoundItem.Of(body.Value, i.Key, i.Value)).ToList();
        return (await kind.Page(db, body.Value.BodyId, after, limit, ct)).Select(FoundItem.Of).ToList();
    }
}
