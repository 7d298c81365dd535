using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Sessions belong to the installation and to no body: those nobody used for a month are forgotten, once for all nodes.</summary>
public sealed class ForgetSessions(AppDb db, IClock clock)
{
    public async Task Run(CancellationToken ct)
    {
        var before = clock.GetCurrentInstant() - Duration.FromDays(Limits.SessionDays);
        db.RemoveRange(await db.Set<Session>().Where(s => s.LastSeenAt < before).OrderBy(s => s.LastSeenAt).Take(Limits.PurgedRows).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }
}
