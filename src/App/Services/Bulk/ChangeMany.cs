using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Services.Bulk;

/// <summary>Gives many services or many resources new contents: all of them or none, as one change of the history that can be taken back as one.</summary>
public sealed class ChangeMany(AppDb db, AdoptModel adopt, ModelGuard guard, Actor actor)
{
    /// <param name="bodyKey">Whose services.</param>
    /// <param name="wanted">By key the new content, and the number of the row it was made for.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Id of the change.</returns>
    public Task<Result<Guid>> Services(string bodyKey, IReadOnlyDictionary<string, EditedItem<ServiceContent>> wanted, CancellationToken ct) =>
        Run(bodyKey, db.Services, wanted, m => m with { Services = With(m.Services, wanted) }, ct);

    /// <inheritdoc cref="Services"/>
    public Task<Result<Guid>> Resources(string bodyKey, IReadOnlyDictionary<string, EditedItem<ResourceContent>> wanted, CancellationToken ct) =>
        Run(bodyKey, db.Resources, wanted, m => m with { Resources = With(m.Resources, wanted) }, ct);

    private async Task<Result<Guid>> Run<TItem, T>(
        string bodyKey, DbSet<TItem> rows, IReadOnlyDictionary<string, EditedItem<T>> wanted, Func<BodyModel, BodyModel> change, CancellationToken ct)
        where TItem : ModelItem<T> where T : ItemContent
    {
        actor.Must(ServicesFeature.Edit);
        if (wanted.Count is 0 or > Limits.ChangedTogether) return Refusal.Of<BulkTexts>("bulk.number", Limits.ChangedTogether);
        if (await guard.Check(bodyKey, change, ct) is { } problem) return problem;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var body = await adopt.Run(bodyKey, ct);
        if (body.Refusal is { } refusal) return refusal;
        var keys = wanted.Keys.ToList();
        var present = await rows.Where(r => r.BodyId == body.Value.BodyId && keys.Contains(r.Key)).OrderBy(r => r.Key).ToListAsync(ct);
        if (present.Count < wanted.Count || present.Exists(r => r.RowVersion != wanted[r.Key].RowVersion)) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        foreach (var row in present) row.Content = wanted[row.Key].Content;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        }

        await transaction.CommitAsync(ct);
        return db.Events.Local.Last().ChangeId;
    }

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> all, IReadOnlyDictionary<string, EditedItem<T>> wanted) where T : ItemContent =>
        all.ToDictionary(i => i.Key, i => wanted.TryGetValue(i.Key, out var item) ? item.Content : i.Value, StringComparer.Ordinal);
}
