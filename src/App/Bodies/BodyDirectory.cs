using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>Finds bodies and regions by their logical keys.</summary>
public sealed class BodyDirectory(AppDb db, Actor actor)
{
    public async Task<Result<Body>> Find(string key, CancellationToken ct)
    {
        actor.Must(BodiesFeature.View);
        var body = await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.Key == key, ct);
        return body is null ? Refusal.Of<BodiesTexts>("body.not-found", key) : body;
    }

    /// <summary>Every body, sorted by name as Germans sort.</summary>
    public async Task<IReadOnlyList<Body>> All(CancellationToken ct)
    {
        actor.Must(BodiesFeature.View);
        var bodies = await db.Bodies.AsNoTracking().OrderBy(b => b.Key).Take(Limits.Bodies).ToListAsync(ct);
        return [.. bodies.OrderBy(b => b.DisplayName, GermanOrder.Comparer)];
    }

    /// <summary>Keys of the administrations that name this provider.</summary>
    public async Task<IReadOnlyList<string>> CustomersOf(string provider, CancellationToken ct) =>
        [.. (await All(ct)).Where(b => b.Content.Kind is BodyKind.Municipality or BodyKind.District && b.Content.Providers.Contains(provider)).Select(b => b.Key)];

    /// <summary>Keys of the municipalities of a district.</summary>
    public async Task<IReadOnlyList<string>> MunicipalitiesOf(string district, CancellationToken ct) =>
        [.. (await All(ct)).Where(b => b.Content.Kind == BodyKind.Municipality && b.Content.District == district).Select(b => b.Key)];

    public async Task<IReadOnlyList<Region>> Regions(CancellationToken ct)
    {
        actor.Must(BodiesFeature.View);
        return await db.Regions.AsNoTracking().OrderBy(r => r.Key).Take(Limits.BodiesPerRegion).ToListAsync(ct);
    }

    /// <summary>By key, <c>region:suedwestfalen</c>, or by its name alone.</summary>
    public async Task<Result<Region>> FindRegion(string key, CancellationToken ct)
    {
        actor.Must(BodiesFeature.View);
        var all = await Regions(ct);
        var region = all.FirstOrDefault(r => r.Key == key || r.Key == $"region:{key.ToLowerInvariant()}")
            ?? all.FirstOrDefault(r => string.Equals(r.Content.Name, key, StringComparison.OrdinalIgnoreCase));
        return region is null ? Refusal.Of<BodiesTexts>("region.not-found", key) : region;
    }
}
