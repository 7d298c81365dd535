using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Oidc;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies;

/// <summary>
/// Which body a key in the operator's configuration names, before it is known who asks. Looks at all bodies, and says nothing of them but their ids. Two
/// bodies can have the same key, entered by different people: then it names neither.
/// </summary>
public sealed class BodyKeys(UnitsOfWork units) : IBodyKeys
{
    private static readonly Actor Looking = Actor.System with { Scope = TenantScope.Everything };

    public Task<IReadOnlyDictionary<string, BodyId>> Find(IReadOnlyCollection<string> keys, CancellationToken ct) => units.RunAs<AppDb, IReadOnlyDictionary<string, BodyId>>(Looking, async db =>
    {
        var found = await db.Bodies.AsNoTracking().Where(b => keys.Contains(b.Key)).OrderBy(b => b.BodyId).Take(Platform.Limits.Bodies).Select(b => new { b.Key, b.BodyId }).ToListAsync(ct);
        return found.GroupBy(b => b.Key).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().BodyId);
    });
}
