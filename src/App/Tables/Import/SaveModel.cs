using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Tables.Import;

/// <summary>Keeps a changed model in one unit of work: one change in the history. A derived model becomes the body's own with it.</summary>
public sealed class SaveModel(AppDb db, IEnumerable<ItemKind> kinds, Actor actor, IClock clock)
{
    /// <returns>By which the change is taken back.</returns>
    internal async Task<Result<Guid>> Run(LoadedModel loaded, ChangedModel changed, CancellationToken ct)
    {
        actor.Must(TablesFeature.Import);
        var body = await db.Bodies.FirstAsync(b => b.Key == loaded.Body.Key, ct);
        if (body.RowVersion != loaded.Body.RowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        body.Content = changed.BodyContent;
        var changes = 0;
        foreach (var (section, items) in changed.Sections())
            changes += await kinds.Single(k => k.Section == section).Replace(db, body.BodyId, items, clock.GetCurrentInstant(), ct);

        // No more than a person can take back.
        if (changes >= Limits.ItemsPerKind)
        {
            db.ChangeTracker.Clear();
            return Refusal.Of<TablesTexts>("table.too-many", Limits.ItemsPerKind);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return db.Events.Local.Last().ChangeId;
        }
        catch (DbUpdateException)
        {
            return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        }
    }
}
