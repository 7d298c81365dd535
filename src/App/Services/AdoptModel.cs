using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services.Starter;

namespace ResilienceMonitor.Services;

/// <summary>Turns the derived starter model into rows of the body's own, once, so that people can change it.</summary>
public sealed class AdoptModel(AppDb db, Actor actor, StarterCatalogue starter)
{
    public async Task<Result<Body>> Run(string bodyKey, CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        if (await db.Bodies.FirstOrDefaultAsync(b => b.Key == bodyKey, ct) is not { } body) return Refusal.Of<BodiesTexts>("body.not-found", bodyKey);
        if (body.Content.OwnModel) return body;
        var model = StarterModel.Build(body.Key, body.Content, starter, body.Content.Origin.Date);
        db.Segments.AddRange(model.Segments.Select(s => new Segment { BodyId = body.BodyId, Key = s.Key, Content = s.Value }));
        db.Resources.AddRange(model.Resources.Select(r => new Resource { BodyId = body.BodyId, Key = r.Key, Content = r.Value }));
        db.Services.AddRange(model.Services.Select(s => new Service { BodyId = body.BodyId, Key = s.Key, Content = s.Value }));
        body.Content = body.Content with { OwnModel = true, Team = body.Content.Team ?? model.Team };
        await db.SaveChangesAsync(ct);
        return body;
    }
}
