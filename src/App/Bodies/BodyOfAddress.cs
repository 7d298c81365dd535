using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>The body that an address names, for use cases that have asked for their own permission. Foreign bodies are as if they did not exist.</summary>
public sealed class BodyOfAddress(AppDb db, Actor actor)
{
    internal async Task<Result<Body>> Find(string key, CancellationToken ct) =>
        await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.Key == key, ct) is { } body ? body : Refusal.Of<BodiesTexts>("body.not-found", key);

    /// <summary>The same, if it is the body that is acted for: people, tokens and consents are only ever those of one's own.</summary>
    internal async Task<Result<Body>> FindActing(string key, CancellationToken ct)
    {
        var found = await Find(key, ct);
        return found.Refusal is null && found.Value.BodyId != actor.Scope.Acting ? Refusal.Of<BodiesTexts>("body.not-found", key) : found;
    }
}
