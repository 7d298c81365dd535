using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies;

/// <summary>The bodies the person who asks belongs to. Each is read from inside, because for one of them at a time they act.</summary>
public sealed class OwnBodies(UnitsOfWork units, Actor actor)
{
    /// <summary>A body one belongs to.</summary>
    /// <param name="Body">The body.</param>
    /// <param name="Roles">What one is there.</param>
    /// <param name="Now">One acts for it in this request.</param>
    public sealed record Own(Body Body, IReadOnlyList<Role> Roles, bool Now);

    /// <summary>The one acted for; null: none, nobody has signed in, or they may not see it.</summary>
    public async Task<Body?> Acting(CancellationToken ct) => actor.May(BodiesFeature.View) && actor is { User: { } user, Scope.Acting: { } acting }
        ? await units.RunAs<AppDb, Body?>(Actor.Member(user, TenantScope.Only(acting), actor.Roles), db => db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.BodyId == acting, ct))
        : null;

    public async Task<IReadOnlyList<Own>> Run(CancellationToken ct)
    {
        if (actor.User is not { } user) return [];
        var memberships = await units.RunAs<AppDb, List<Member>>(Actor.Member(user, TenantScope.None, []), db => db.Set<Member>().AsNoTracking()
            .Where(m => m.UserId == user).OrderBy(m => m.Since).Take(Platform.Limits.BodiesPerRegion).ToListAsync(ct));
        var own = new List<Own>();
        foreach (var member in memberships)
        {
            var body = await units.RunAs<AppDb, Body?>(Actor.Member(user, TenantScope.Only(member.BodyId), member.Roles), db => db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.BodyId == member.BodyId, ct));
            if (body is not null) own.Add(new Own(body, member.Roles, member.BodyId == actor.Scope.Acting));
        }

        return [.. own.OrderBy(o => o.Body.DisplayName, Platform.GermanOrder.Comparer)];
    }
}
