using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Exchange;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>Writes a body, or a region with its members, together with the providers and neighbours they name.</summary>
public sealed class ExportPackage(AppDb db, BodyDirectory bodies, PackageWriter writer, Actor actor, IClock clock)
{
    public async Task<Result<string>> Body(string key, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Export);
        if (Stale() is { } stale) return stale;
        var body = await bodies.Find(key, ct);
        return body.Refusal is { } refusal ? refusal : await Write(body.Value.Key, [body.Value], ct);
    }

    public async Task<Result<string>> Region(string key, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Export);
        if (Stale() is { } stale) return stale;
        var region = await bodies.FindRegion(key, ct);
        if (region.Refusal is { } refusal) return refusal;
        var members = region.Value.Content.Members;
        return await Write(region.Value.Key, await db.Bodies.AsNoTracking().Where(b => b.BodyId == region.Value.BodyId || members.Contains(b.Key))
            .OrderBy(b => b.Key).Take(Limits.BodiesPerRegion).ToListAsync(ct), ct);
    }

    // A person proves again who they are; what a program may take was decided when its token was made.
    private Refusal? Stale() => actor.User is null ? null : FreshSignIn.Must(actor, clock);

    private async Task<string> Write(string subject, IReadOnlyList<Body> asked, CancellationToken ct)
    {
        var named = asked.SelectMany(b => b.Content.Providers.Append(b.Content.Answers.Neighbour)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var others = await db.Bodies.AsNoTracking().Where(b => named.Contains(b.Key)).OrderBy(b => b.Key).Take(Limits.BodiesPerRegion).ToListAsync(ct);
        return await writer.Write(subject, asked.Concat(others).DistinctBy(b => b.Key).Select(b => (b.Key, b.BodyId)), ct);
    }
}
