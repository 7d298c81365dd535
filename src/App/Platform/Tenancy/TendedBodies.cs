using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>What acting for a body reaches, the same for people, their programs and their jobs: the body, and those whose steward it still is.</summary>
public sealed class TendedBodies(UnitsOfWork units)
{
    public async Task<TenantScope> ScopeOf(BodyId body, CancellationToken ct)
    {
        var tended = await units.RunAs<AppDb, List<BodyId>>(Actor.System, db => db.Set<Tenant>().AsNoTracking()
            .Where(t => t.StewardId == body && t.ClaimedAt == null).OrderBy(t => t.BodyId).Select(t => t.BodyId).Take(Limits.Bodies).ToListAsync(ct));
        return TenantScope.Only([body, .. tended]);
    }
}
