using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>What a list must be that a program hands in.</summary>
public sealed class ListRules(AppDb db, ReferenceData reference) : IItemRules
{
    public string Section => TablesFeature.OwnLists;

    public Task<IReadOnlyDictionary<string, ItemContent>?> Derived(Body body, CancellationToken ct) => Task.FromResult<IReadOnlyDictionary<string, ItemContent>?>(null);

    public async Task<Refusal?> Prepare(Body body, string key, ItemContent? content, CancellationToken ct)
    {
        if (content is not OwnListContent list) return null;
        if (!reference.Read<ListKind>(ListKind.Catalogue).Entries.ContainsKey(list.Kind)) return Refusal.Of<TablesTexts>("list.kind-unknown");
        if (list.Rows.Count > Limits.ListRows) return Refusal.Of<TablesTexts>("list.too-long", Limits.ListRows);
        var others = await db.Set<OwnList>().CountAsync(l => l.BodyId == body.BodyId && l.Key != key, ct);
        return others >= Limits.OwnLists ? Refusal.Of<TablesTexts>("list.too-many", Limits.OwnLists) : null;
    }
}
