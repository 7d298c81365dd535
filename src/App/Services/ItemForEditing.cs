using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Services;

/// <summary>Gives an item with the number a form hands back, both read at once, so that no change in between gets lost.</summary>
public sealed class ItemForEditing(AppDb db, Actor actor)
{
    // Adopting a derived model makes its rows with this number.
    private const int FirstVersion = 1;

    public Task<EditedItem<ServiceContent>?> Service(Body body, BodyModel model, string key, CancellationToken ct) => Find(db.Services, body, model.Services, key, ct);

    public Task<EditedItem<ResourceContent>?> Resource(Body body, BodyModel model, string key, CancellationToken ct) => Find(db.Resources, body, model.Resources, key, ct);

    /// <summary>Those of the services that are there, by key.</summary>
    public Task<IReadOnlyDictionary<string, EditedItem<ServiceContent>>> Services(Body body, BodyModel model, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        FindAll(db.Services, body, model.Services, keys, ct);

    /// <summary>Those of the resources that are there, by key.</summary>
    public Task<IReadOnlyDictionary<string, EditedItem<ResourceContent>>> Resources(Body body, BodyModel model, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        FindAll(db.Resources, body, model.Resources, keys, ct);

    private async Task<IReadOnlyDictionary<string, EditedItem<T>>> FindAll<TItem, T>(
        DbSet<TItem> rows, Body body, IReadOnlyDictionary<string, T> derived, IReadOnlyCollection<string> keys, CancellationToken ct)
        where TItem : ModelItem<T> where T : ItemContent
    {
        actor.Must(ServicesFeature.View);
        if (!body.Content.OwnModel) return derived.Where(i => keys.Contains(i.Key)).ToDictionary(i => i.Key, i => new EditedItem<T>(i.Value, FirstVersion), StringComparer.Ordinal);
        var found = await rows.AsNoTracking().Where(r => r.BodyId == body.BodyId && keys.Contains(r.Key)).OrderBy(r => r.Key).ToListAsync(ct);
        return found.ToDictionary(r => r.Key, r => new EditedItem<T>(r.Content, r.RowVersion), StringComparer.Ordinal);
    }

    private async Task<EditedItem<T>?> Find<TItem, T>(DbSet<TItem> rows, Body body, IReadOnlyDictionary<string, T> derived, string key, CancellationToken ct)
        where TItem : ModelItem<T> where T : ItemContent
    {
        actor.Must(ServicesFeature.View);
        if (!body.Content.OwnModel) return derived.TryGetValue(key, out var content) ? new(content, FirstVersion) : null;
        var row = await rows.AsNoTracking().FirstOrDefaultAsync(r => r.BodyId == body.BodyId && r.Key == key, ct);
        return row is null ? null : new(row.Content, row.RowVersion);
    }
}

/// <summary>An item as it is shown in a form.</summary>
public sealed record EditedItem<T>(T Content, int RowVersion) where T : ItemContent;
