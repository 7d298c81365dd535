using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies;

/// <summary>
/// For which body somebody acts: the one named in the address if they belong to it, or to the body that looks after it; else the one looked at last;
/// else the first they belong to. Roles and memberships are read anew for each request, so taking one away works at once.
/// </summary>
public sealed class ActorOfAccount(IServiceScopeFactory scopes)
{
    /// <param name="user">The account.</param>
    /// <param name="signedInAt">When the person last proved who they are.</param>
    /// <param name="keys">Keys of bodies, the most wanted first; those the person has nothing to do with count for nothing.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Somebody without any body sees nothing but their own account. Null: the account is locked or gone.</returns>
    public async Task<Actor?> Of(Guid user, Instant? signedInAt, IEnumerable<string> keys, CancellationToken ct)
    {
        if (await MembershipsOf(user, ct) is not { } memberships) return null;
        var reaches = new List<(Member Member, TenantScope Scope)>();
        foreach (var member in memberships) reaches.Add((member, await ReachOf(member.BodyId, ct)));
        var chosen = reaches.Count == 0 ? default : await Choose(reaches, keys, ct);
        return Actor.Member(user, chosen.Scope ?? TenantScope.None, chosen.Member?.Roles ?? []) with { SignedInAt = signedInAt };
    }

    private async Task<IReadOnlyList<Member>?> MembershipsOf(Guid user, CancellationToken ct)
    {
        await using var unit = Unit(Actor.Member(user, TenantScope.None, []));
        var db = unit.ServiceProvider.GetRequiredService<AppDb>();
        var found = await db.Set<User>().AsNoTracking().Where(u => u.Id == user && u.DisabledAt == null)
            .LeftJoin(db.Set<Member>(), u => u.Id, m => m.UserId, (_, member) => member)
            .OrderBy(m => m!.Since).Take(Platform.Limits.BodiesPerRegion).ToListAsync(ct);
        return found.Count == 0 ? null : [.. found.OfType<Member>()];
    }

    private async Task<TenantScope> ReachOf(BodyId body, CancellationToken ct)
    {
        await using var unit = Unit(Actor.System);
        var entered = await unit.ServiceProvider.GetRequiredService<AppDb>().Set<Tenant>().AsNoTracking()
            .Where(t => t.StewardId == body && t.ClaimedAt == null).OrderBy(t => t.BodyId).Select(t => t.BodyId).Take(Platform.Limits.Bodies).ToListAsync(ct);
        return TenantScope.Only([body, .. entered]);
    }

    private async Task<(Member Member, TenantScope Scope)> Choose(IReadOnlyList<(Member Member, TenantScope Scope)> reaches, IEnumerable<string> keys, CancellationToken ct)
    {
        if (reaches.Count == 1) return reaches[0];
        foreach (var key in keys)
            foreach (var reach in reaches)
            {
                await using var unit = Unit(new Actor(new ActorId("system"), reach.Scope, _ => false));
                if (await unit.ServiceProvider.GetRequiredService<AppDb>().Bodies.AnyAsync(b => b.Key == key, ct)) return reach;
            }

        return reaches[0];
    }

    private AsyncServiceScope Unit(Actor actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return scope;
    }
}
