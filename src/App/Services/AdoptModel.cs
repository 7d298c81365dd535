using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services.Starter;

namespace ResilienceMonitor.Services;

/// <summary>Turns the derived starter model into rows of the body's own, once, so that people can change it.</summary>
public sealed class AdoptModel(AppDb db, IEnumerable<ItemKind> kinds, Actor actor, IClock clock, StarterCatalogue starter)
{
    public async Task<Result<Body>> Run(string bodyKey, CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        if (await db.Bodies.FirstOrDefaultAsync(b => b.Key == bodyKey, ct) is not { } body) return Refusal.Of<BodiesTexts>("body.not-found", bodyKey);
        if (body.Content.OwnModel) return body;
        var model = StarterModel.Build(body.Key, body.Content, starter, body.Content.Origin.Date);
        await Put(body.BodyId, "segments", model.Segments, ct);
        await Put(body.BodyId, "resources", model.Resources, ct);
        await Put(body.BodyId, "services", model.Services, ct);
        body.Content = body.Content with { OwnModel = true, Team = body.Content.Team ?? model.Team };
        await db.SaveChangesAsync(ct);
        return body;
    }

    // An adoption that was taken back has left its rows marked as removed; they come to life again.
    private async Task Put<T>(BodyId body, string section, IReadOnlyDictionary<string, T> items, CancellationToken ct) where T : ItemContent =>
        await kinds.Single(k => k.Section == section)
            .Replace(db, body, items.ToDictionary(i => i.Key, i => CanonicalJson.Write(i.Value), StringComparer.Ordinal), clock.GetCurrentInstant(), ct);
}
