using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs.House;

/// <summary>
/// The end of a body that was removed thirty days ago: every row of it goes, whatever table it is in, because all of them hang on the tenant. What
/// stays is that there was such a body, when it was removed and when it went: an id and two dates, without a name and without a person.
/// </summary>
internal static class EndedBody
{
    /// <summary>The one event that is left.</summary>
    public const string Kind = "tenants.purged";

    public static Task<bool> Is(AppDb db, BodyId body, CancellationToken ct)
    {
        var subject = body.ToString();
        return db.Events.AnyAsync(e => e.BodyId == body && e.Subject == subject && e.Kind == Kind, ct);
    }

    /// <summary>When the body itself was removed, if that is long enough ago.</summary>
    public static async Task<Instant?> RemovedAt(AppDb db, IEnumerable<ItemKind> kinds, BodyId body, Instant before, CancellationToken ct)
    {
        var self = kinds.Single(k => k.IsTheBody);
        if (await self.RemovedAt(db, body, ct) is { } at) return at < before ? at : null;
        if (await self.Any(db, body, ct)) return null;

        // Versions that deleted only the item left everything else behind.
        var purged = $"{self.Section}.purged";
        return await db.Events.Where(e => e.BodyId == body && e.Kind == purged).OrderByDescending(e => e.At).Select(e => (Instant?)e.At).FirstOrDefaultAsync(ct);
    }

    public static async Task Purge(AppDb db, BodyId body, Instant removedAt, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var tenant = await db.Set<Tenant>().SingleAsync(t => t.BodyId == body, ct);

        // The two accounts in the safe are the body's, not a person's.
        db.RemoveRange(await db.Set<Member>().Where(m => m.BodyId == body).Join(db.Set<User>().Where(u => u.BreakGlass), m => m.UserId, u => u.Id, (m, u) => u).Take(Limits.PurgedRows).ToListAsync(ct));
        db.Remove(tenant);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        db.Add(new Tenant { BodyId = body, CreatedAt = tenant.CreatedAt, RemovedAt = removedAt });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
