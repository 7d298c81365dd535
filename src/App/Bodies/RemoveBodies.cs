using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>Marks bodies and the regions that consist of them as removed, in one step that can be undone for thirty days.</summary>
public sealed class RemoveBodies(AppDb db, Actor actor, IClock clock)
{
    public async Task<int> Run(Func<Body, bool> which, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        var bodies = (await db.Bodies.ToListAsync(ct)).Where(which).ToList();
        var keys = bodies.Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
        var now = clock.GetCurrentInstant();
        foreach (var body in bodies) body.RemovedAt = now;
        foreach (var region in await db.Regions.ToListAsync(ct))
            if (region.Content.Members.All(keys.Contains)) region.RemovedAt = now;
        await db.SaveChangesAsync(ct);
        return bodies.Count;
    }
}
