using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Services;

/// <summary>Replaces the content of a resource. The first change of a body's model turns its derived model into rows of its own.</summary>
public sealed class ChangeResource(AppDb db, AdoptModel adopt, ModelGuard guard, Actor actor)
{
    public async Task<Result<Resource>> Run(string bodyKey, string key, int rowVersion, ResourceContent content, CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        // Checked before the derived model is kept: a refused change must leave nothing behind.
        if (await guard.Check(bodyKey, m => m with { Resources = With(m.Resources, key, content) }, ct) is { } problem) return problem;
        var body = await adopt.Run(bodyKey, ct);
        if (body.Refusal is { } refusal) return refusal;
        var resource = await db.Resources.FirstOrDefaultAsync(r => r.BodyId == body.Value.BodyId && r.Key == key, ct);
        if (resource is null) return Refusal.Of<ServicesTexts>("resource.not-found", key);
        if (resource.RowVersion != rowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        resource.Content = content;
        try
        {
            await db.SaveChangesAsync(ct);
            return resource;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        }
    }

    private static Dictionary<string, ResourceContent> With(IReadOnlyDictionary<string, ResourceContent> all, string key, ResourceContent content) =>
        new(all, StringComparer.Ordinal) { [key] = content };
}
