using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs.House;

/// <summary>The reminders of a body, the most urgent first.</summary>
public sealed class ReadNotices(AppDb db, Actor actor)
{
    private static readonly string[] OfAdministrators = [Notice.BreakGlassUsed, Notice.BreakGlassMade];

    public async Task<IReadOnlyList<Notice>> Run(BodyId body, CancellationToken ct)
    {
        actor.Must(PlatformFeature.ReadNotices);
        var administers = actor.May(CreateBreakGlassAccounts.Permission);
        return await db.Set<Notice>().AsNoTracking().Where(n => n.BodyId == body && (administers || !OfAdministrators.Contains(n.Kind))).OrderBy(n => n.Date).Take(Limits.Notices).ToListAsync(ct);
    }
}
