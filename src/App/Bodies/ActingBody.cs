using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>The body a person acts for; where there are no accounts, the one they look at.</summary>
public sealed class ActingBody(AppDb db, ChosenBody chosen, Actor actor)
{
    public async Task<Body?> Find(string? asked, CancellationToken ct)
    {
        actor.Must(BodiesFeature.View);
        return actor.Scope.Acting is { } acting ? await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.BodyId == acting, ct) : await chosen.Find(asked, ct);
    }
}
