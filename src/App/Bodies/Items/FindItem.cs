using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Items;

/// <summary>One item of a section, with the version that a change of it must name.</summary>
public sealed class FindItem(AppDb db, BodyOfAddress bodies, ItemSections sections, Actor actor)
{
    public async Task<Result<FoundItem>> Run(string bodyKey, string section, string key, CancellationToken ct)
    {
        var (known, kind, rules) = sections.Of(section);
        actor.Must(known.View);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } refusal) return refusal;
        if (rules is not null && await rules.Derived(body.Value, ct) is { } derived)
            return derived.TryGetValue(key, out var content) ? FoundItem.Of(body.Value, key, content) : Refusal.Of<BodiesTexts>("item.not-found");
        return await kind.Find(db, body.Value.BodyId, key, ct) is { RemovedAt: null } row ? FoundItem.Of(row) : Refusal.Of<BodiesTexts>("item.not-found");
    }
}
