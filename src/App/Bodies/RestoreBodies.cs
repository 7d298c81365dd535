using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>Brings removed bodies back, with the regions they form, as long as that is possible (thirty days).</summary>
public sealed class RestoreBodies(AppDb db, Actor actor, IClock clock)
{
    /// <summary>The bodies that can come back.</summary>
    public async Task<IReadOnlyList<Body>> Possible(Func<Body, bool> which, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        return await Removed(which, ct);
    }

    public async Task<int> Run(Func<Body, bool> which, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        var bodies = await Removed(which, ct);
        var keys = bodies.Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var body in bodies) body.RemovedAt = null;
        foreach (var region in await db.Regions.IgnoreQueryFilters(["removed"]).Where(r => r.RemovedAt != null).ToListAsync(ct))
            if (region.Content.Members.All(keys.Contains)) region.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return bodies.Count;
    }

    private async Task<List<Body>> Removed(Func<Body, bool> which, CancellationToken ct)
    {
        var since = clock.GetCurrentInstant() - Duration.FromDays(Limits.UndoDays);
        return [.. (await db.Bodies.IgnoreQueryFilters(["removed"]).Where(b => b.RemovedAt >= since).OrderBy(b => b.Key).Take(Limits.Bodies).ToListAsync(ct)).Where(which)];
    }
}
