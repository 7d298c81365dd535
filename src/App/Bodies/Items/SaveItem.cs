using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Items;

/// <summary>Adds an item or replaces its content, unless somebody else was there first. Either all of the change is kept or nothing.</summary>
public sealed class SaveItem(AppDb db, BodyOfAddress bodies, ItemSections sections, Actor actor)
{
    /// <param name="bodyKey">Whose item.</param>
    /// <param name="section">Its section.</param>
    /// <param name="key">Its key; a removed item of the same key comes to life again.</param>
    /// <param name="version">The version the change was made for; empty: there is none yet.</param>
    /// <param name="content">The new content.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<FoundItem>> Run(string bodyKey, string section, string key, string version, ItemContent content, CancellationToken ct)
    {
        var (known, kind, rules) = sections.Of(section);
        actor.Must(known.Edit);
        if (key.Length > Limits.KeyLength || key.Any(c => char.IsControl(c) || c == '/')) return Refusal.Of<ApiTexts>("error.key", Limits.KeyLength);
        var found = await bodies.Find(bodyKey, ct);
        if (found.Refusal is { } refusal) return refusal;
        var body = found.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var derived = rules is null ? null : await rules.Derived(body, ct);
        if (derived is not null && Expect(version, derived.ContainsKey(key) ? FoundItem.VersionOfDerived(body) : null) is { } early) return early;
        if (rules is not null && await rules.Prepare(body, key, content, ct) is { } problem) return problem;
        var row = await kind.Find(db, body.BodyId, key, ct);
        if (derived is null && Expect(version, row is { RemovedAt: null } ? FoundItem.Of(row).Version : null) is { } late) return late;
        if (row is null) db.Add(row = kind.Make(body.BodyId, key, CanonicalJson.Write<object>(content)));
        else (row.Json, row.RemovedAt) = (CanonicalJson.Write<object>(content), null);
        if (!await Keep(ct)) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        await transaction.CommitAsync(ct);
        return FoundItem.Of(row);
    }

    /// <summary>Whether what is there is what the program expects.</summary>
    internal static Refusal? Expect(string expected, string? present) =>
        expected == (present ?? "") ? null : expected.Length == 0 ? Refusal.Of<ApiTexts>("item.exists") : Refusal.Of<PlatformTexts>("item.changed-meanwhile");

    // Two who save at the same moment: the version or the key of the second no longer fits.
    private async Task<bool> Keep(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
