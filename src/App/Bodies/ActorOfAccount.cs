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
public sealed class ActorOfAccount(IServiceScopeFactory scopes, TendedBodies tended)
{
    /// <param name="user">The account.</param>
    /// <param name="signedInAt">When the person last proved who they are.</param>
    /// <param name="keys">Keys of bodies, the most wanted first; those the person has nothing to do with count for nothing.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Somebody without any body sees nothing but their own account. Null: the account is locked or gone.</returns>
    public async Task<Actor?> Of(Guid user, Instant? signedInAt, IEnumerable<string> keys, CancellationToken ct)
    {
        if (await Read(user, ct) is not { } account) return null;
        var reaches = new List<(Member Member, TenantScope Scope)>();
        foreach (var member in account.Members) reaches.Add((member, await tended.ScopeOf(member.BodyId, ct)));
        var chosen = reaches.Count == 0 ? default : await Choose(reaches, keys, ct);
        return Actor.Member(user, chosen.Scope ?? TenantScope.None, chosen.Member?.Roles ?? []) with { SignedInAt = signedInAt, Name = account.Name };
    }

    // Null: locked or gone.
    private async Task<(string Name, IReadOnlyList<Member> Members)?> Read(Guid user, CancellationToken ct)
    {
        await using var unit = Unit(Actor.Member(user, TenantScope.None, []));
        var db = unit.ServiceProvider.GetRequiredService<AppDb>();
        var found = await db.Set<User>().AsNoTracking().Where(u => u.Id == user && u.DisabledAt == null)
            .LeftJoin(db.Set<Member>(), u => u.Id, m => m.UserId, (u, member) => new { u.DisplayName, Member = member })
            .OrderBy(r => r.Member!.Since).Take(Platform.Limits.BodiesPerRegion).ToListAsync(ct);
        return found.Count == 0 ? null : (found[0].DisplayName, [.. found.Select(r => r.Member).OfType<Member>()]);
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
