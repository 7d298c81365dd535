using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Services;

/// <summary>Replaces the content of a service. The first change of a body's model turns its derived model into rows of its own.</summary>
public sealed class ChangeService(AppDb db, AdoptModel adopt, ModelGuard guard, Actor actor)
{
    public async Task<Result<Service>> Run(string bodyKey, string key, int rowVersion, ServiceContent content, CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        // Checked before the derived model is kept: a refused change must leave nothing behind.
        if (await guard.Check(bodyKey, m => m with { Services = With(m.Services, key, content) }, ct) is { } problem) return problem;
        var body = await adopt.Run(bodyKey, ct);
        if (body.Refusal is { } refusal) return refusal;
        var service = await db.Services.FirstOrDefaultAsync(s => s.BodyId == body.Value.BodyId && s.Key == key, ct);
        if (service is null) return Refusal.Of<ServicesTexts>("service.not-found", key);
        if (service.RowVersion != rowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        service.Content = content;
        try
        {
            await db.SaveChangesAsync(ct);
            return service;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        }
    }

    private static Dictionary<string, ServiceContent> With(IReadOnlyDictionary<string, ServiceContent> all, string key, ServiceContent content) =>
        new(all, StringComparer.Ordinal) { [key] = content };
}
