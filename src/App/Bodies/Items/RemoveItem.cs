using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Items;

/// <summary>Marks an item as removed, unless somebody else changed it meanwhile or something still needs it.</summary>
public sealed class RemoveItem(AppDb db, BodyOfAddress bodies, ItemSections sections, Actor actor, IClock clock)
{
    public async Task<Result<bool>> Run(string bodyKey, string section, string key, string version, CancellationToken ct)
    {
        var (known, kind, rules) = sections.Of(section);
        actor.Must(known.Edit);
        var found = await bodies.Find(bodyKey, ct);
        if (found.Refusal is { } refusal) return refusal;
        var body = found.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var derived = rules is null ? null : await rules.Derived(body, ct);
        var present = derived is null ? await kind.Find(db, body.BodyId, key, ct) : null;
        if (derived is null ? present is not { RemovedAt: null } : !derived.ContainsKey(key)) return Refusal.Of<BodiesTexts>("item.not-found");
        if (SaveItem.Expect(version, derived is null ? FoundItem.Of(present!).Version : FoundItem.VersionOfDerived(body)) is { } late) return late;
        if (rules is not null && await rules.Prepare(body, key, null, ct) is { } problem) return problem;
        var row = present ?? await kind.Find(db, body.BodyId, key, ct);
        row!.RemovedAt = clock.GetCurrentInstant();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
