using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>Replaces the content of a body, unless somebody else changed it meanwhile.</summary>
public sealed class ChangeBody(AppDb db, Actor actor)
{
    public async Task<Result<Body>> Run(string key, int rowVersion, BodyContent content, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        if (await db.Bodies.FirstOrDefaultAsync(b => b.Key == key, ct) is not { } body) return Refusal.Of<BodiesTexts>("body.not-found", key);
        if (body.RowVersion != rowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        body.Content = content;
        await db.SaveChangesAsync(ct);
        return body;
    }
}
