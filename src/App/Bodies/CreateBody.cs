using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>Adds a body. Its model is derived from the answers until a person changes something in it.</summary>
public sealed class CreateBody(AppDb db, Actor actor)
{
    public async Task<Result<Body>> Run(string key, BodyContent content, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        // Keys are never reused, so removed bodies count too.
        if (await db.Bodies.IgnoreQueryFilters(["removed"]).AnyAsync(b => b.Key == key, ct)) return Refusal.Of<BodiesTexts>("body.key-taken", key);
        var body = new Body { BodyId = db.NewTenant(), Key = key, Content = content };
        db.Bodies.Add(body);
        await db.SaveChangesAsync(ct);
        return body;
    }
}
