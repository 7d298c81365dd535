using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs.House;

/// <summary>The reminders of a body, the most urgent first.</summary>
public sealed class ReadNotices(AppDb db, Actor actor)
{
    public async Task<IReadOnlyList<Notice>> Run(BodyId body, CancellationToken ct)
    {
        actor.Must(PlatformFeature.ReadNotices);
        return await db.Set<Notice>().AsNoTracking().Where(n => n.BodyId == body).OrderBy(n => n.Date).Take(Limits.Notices).ToListAsync(ct);
    }
}
