using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Oidc;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies;

/// <summary>
/// Which body an operator names, before it is known who asks. Goes from body to body as the house work of each, because no unit of work sees all of
/// them, and takes along nothing but key and id; kept for a minute. Two bodies can have the same key, entered by different people; never the same code.
/// </summary>
public sealed class BodyKeys(UnitsOfWork units, IClock clock) : IBodyKeys
{
    private static readonly Duration Kept = Duration.FromMinutes(1);

    private Known? known;

    public async Task<ILookup<string, BodyId>> Find(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        if (known is not { } read || clock.GetCurrentInstant() - read.At > Kept) known = read = new Known(clock.GetCurrentInstant(), await All(ct));
        return keys.SelectMany(k => read.Of(k).Select(body => (Key: k, Body: body))).ToLookup(f => f.Key, f => f.Body);
    }

    private async Task<ILookup<string, BodyId>> All(CancellationToken ct)
    {
        var tenants = await units.RunAs<AppDb, List<Tenant>>(Actor.System, db => db.Set<Tenant>().AsNoTracking().OrderBy(t => t.BodyId).Take(Platform.Limits.Bodies).ToListAsync(ct));
        var tended = tenants.Where(t => t is { StewardId: not null, ClaimedAt: null }).ToLookup(t => t.StewardId!.Value, t => t.BodyId);
        var found = new List<(string Key, BodyId Body)>();
        foreach (var body in tenants.Where(t => t is not { StewardId: not null, ClaimedAt: null }).Select(t => t.BodyId))
            found.AddRange(await units.RunAs<AppDb, List<(string, BodyId)>>(Actor.House(body) with { Scope = TenantScope.Only([body, .. tended[body]]) }, async db =>
                [.. (await db.Bodies.AsNoTracking().OrderBy(b => b.BodyId).Take(Platform.Limits.Bodies).Select(b => new { b.Key, b.BodyId }).ToListAsync(ct)).Select(b => (b.Key, b.BodyId))]));
        return found.ToLookup(f => f.Key, f => f.Body);
    }

    private sealed record Known(Instant At, ILookup<string, BodyId> Keys)
    {
        private readonly HashSet<BodyId> bodies = [.. Keys.SelectMany(b => b)];

        // Ids rise with the time at which they are made.
        public IEnumerable<BodyId> Of(string name) => BodyCode.Read(name) is { } coded ? bodies.Contains(coded) ? [coded] : [] : Keys[name].OrderBy(b => b.Value);
    }
}
