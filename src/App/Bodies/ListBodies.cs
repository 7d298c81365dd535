using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>The bodies after a key, in the order of their keys.</summary>
public sealed class ListBodies(AppDb db, Actor actor)
{
    public async Task<IReadOnlyList<Body>> Run(string? after, int limit, CancellationToken ct)
    {
        actor.Must(BodiesFeature.View);
        return await db.Bodies.AsNoTracking().Where(b => after == null || string.Compare(b.Key, after) > 0).OrderBy(b => b.Key).Take(limit).ToListAsync(ct);
    }
}
