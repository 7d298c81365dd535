using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Events;

/// <summary>Shows who changed what and when, and takes a change back.</summary>
public sealed class History(AppDb db, IEnumerable<ItemKind> kinds, Actor actor, IClock clock)
{
    public static readonly Permission View = new("history.view", Roles.People);
    public static readonly Permission Undo = new("history.undo", Roles.Editors);

    /// <summary>Latest first; of one item when <paramref name="subject"/> is given.</summary>
    public async Task<IReadOnlyList<Event>> Latest(BodyId body, string? subject, CancellationToken ct)
    {
        actor.Must(View);
        return await db.Events.AsNoTracking()
            .Where(e => e.BodyId == body && (subject == null || e.Subject == subject))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Position)
            .Take(Limits.HistoryRows).ToListAsync(ct);
    }

    /// <summary>
    /// Puts everything that one change touched back as it was before, as a new change. Refused when one of the items
    /// was changed again meanwhile, or when the change is older than thirty days.
    /// </summary>
    public async Task<Result<int>> UndoChange(BodyId body, Guid changeId, CancellationToken ct)
    {
        actor.Must(Undo);
        var events = await db.Events.AsNoTracking().Where(e => e.BodyId == body && e.ChangeId == changeId)
            .OrderByDescending(e => e.Position).Take(Limits.ItemsPerKind).ToListAsync(ct);

        // That a body exists stays known even when its entry is taken back.
        events.RemoveAll(e => e.Kind == "tenants.added");
        if (events.Count == 0) return Refusal.Of<PlatformTexts>("undo.not-found");
        if (events.Exists(e => !kinds.Any(k => k.Section == SectionOf(e)))) return Refusal.Of<PlatformTexts>("undo.no-item");
        if (clock.GetCurrentInstant() - events[0].At > Duration.FromDays(Limits.UndoDays)) return Refusal.Of<PlatformTexts>("undo.too-old", Limits.UndoDays);
        foreach (var happened in events)
            if (await PutBack(happened, ct) is { } refusal)
            {
                db.ChangeTracker.Clear();
                return refusal;
            }

        await db.SaveChangesAsync(ct);
        return events.Count;
    }

    private static string SectionOf(Event happened) => happened.Kind[..happened.Kind.IndexOf('.', StringComparison.Ordinal)];

    private async Task<Refusal?> PutBack(Event happened, CancellationToken ct)
    {
        var kind = kinds.Single(k => k.Section == SectionOf(happened));
        if (await kind.Find(db, happened.BodyId, happened.Subject, ct) is not { } item)
            return Refusal.Of<PlatformTexts>("undo.not-found");
        var now = item.RemovedAt is null ? item.Json : null;
        if (now != happened.After) return Refusal.Of<PlatformTexts>("undo.changed-since", happened.Subject);
        if (happened.Before is null)
            item.RemovedAt = clock.GetCurrentInstant();
        else
        {
            item.Json = happened.Before;
            item.RemovedAt = null;
        }

        return null;
    }
}
