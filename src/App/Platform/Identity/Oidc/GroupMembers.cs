using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>
/// Makes what a person may do follow their groups, at each sign-in. What no group grants any more is taken away; what somebody decided by hand stays as it
/// is. The changes stand in the trail of each body, made by the program itself.
/// </summary>
public sealed class GroupMembers(UnitsOfWork units, IBodyKeys bodies, IClock clock, ILogger<GroupMembers> log)
{
    private const int Attempts = 3;

    /// <summary>What the groups grant; nothing for groups nobody configured.</summary>
    public async Task<IReadOnlyDictionary<BodyId, IReadOnlyList<Role>>> Granted(IdentityProvider provider, IReadOnlyList<string> groups, CancellationToken ct)
    {
        var rules = provider.Groups.Where(r => groups.Contains(r.Group, StringComparer.Ordinal)).ToList();
        if (rules.Count == 0) return new Dictionary<BodyId, IReadOnlyList<Role>>();
        var named = rules.Select(r => r.Body).Distinct().ToList();
        var found = await bodies.Find(named, ct);
        var known = named.Where(n => found[n].Count() == 1).ToDictionary(n => n, n => found[n].Single());
        foreach (var unknown in named.Where(n => !known.ContainsKey(n)))
            log.LogWarning("The configuration of {Provider} grants roles in {Body}, which is not exactly one body of this installation", provider.Key, unknown);
        return rules.Where(r => known.ContainsKey(r.Body)).GroupBy(r => known[r.Body]).ToDictionary(g => g.Key, g => People.RolesOf(g.SelectMany(r => r.Roles)));
    }

    /// <returns>Whether the person belongs to any body afterwards.</returns>
    public async Task<bool> Apply(Guid user, IReadOnlyDictionary<BodyId, IReadOnlyList<Role>> granted, CancellationToken ct)
    {
        var now = await Memberships(user, ct);
        foreach (var body in now.Where(m => m.FromGroups).Select(m => m.BodyId).Union(granted.Keys).OrderBy(b => b.Value))
            await ApplyTo(body, user, granted.GetValueOrDefault(body) ?? [], ct);
        return (await Memberships(user, ct)).Count > 0;
    }

    private async Task ApplyTo(BodyId body, Guid user, IReadOnlyList<Role> roles, CancellationToken ct)
    {
        // The account's own rows elsewhere can be read too: whether it belongs to the body that looks after this one.
        var actor = Actor.House(body) with { Scope = TenantScope.Only(body) with { User = user } };
        for (var attempt = 1; ; attempt++)
            try
            {
                await units.RunAs<AppDb, bool>(actor, db => Change(db, body, user, roles, ct));
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // The same person signs in twice at this moment: look again.
            }
    }

    private async Task<bool> Change(AppDb db, BodyId body, Guid user, IReadOnlyList<Role> roles, CancellationToken ct)
    {
        var member = await db.Set<Member>().FirstOrDefaultAsync(m => m.BodyId == body && m.UserId == user, ct);
        if (member is { FromGroups: false }) return false;
        if (member is null && roles.Count > 0) await Add(db, body, user, roles, ct);
        else if (member is not null && roles.Count == 0) db.Remove(member);
        else if (member is not null && !member.Roles.SequenceEqual(roles)) (member.Roles, member.RowVersion) = (roles, member.RowVersion + 1);
        if (roles.Contains(Role.BodyAdministrator)) await Claim(db, body, user, ct);
        return await db.SaveChangesAsync(ct) > 0;
    }

    private async Task Add(AppDb db, BodyId body, Guid user, IReadOnlyList<Role> roles, CancellationToken ct)
    {
        if (await db.Set<Member>().CountAsync(m => m.BodyId == body, ct) < Limits.MembersPerBody)
            db.Add(new Member { BodyId = body, UserId = user, Roles = roles, Since = clock.GetCurrentInstant(), FromGroups = true });
        else
            log.LogWarning("Nobody was added to body {Body}: it has as many people as it can have", body.Value);
    }

    // Its first own administrator takes a body over from the one that entered it, as with an invitation.
    private async Task Claim(AppDb db, BodyId body, Guid user, CancellationToken ct)
    {
        var unclaimed = await db.Set<Tenant>().FirstOrDefaultAsync(t => t.BodyId == body && t.ClaimedAt == null, ct);
        if (unclaimed?.StewardId is { } steward && !await db.Set<Member>().AnyAsync(m => m.BodyId == steward && m.UserId == user, ct)) unclaimed.ClaimedAt = clock.GetCurrentInstant();
    }

    private Task<List<Member>> Memberships(Guid user, CancellationToken ct) =>
        units.RunAs<AppDb, List<Member>>(Actor.Member(user, TenantScope.None, []), db => db.Set<Member>().AsNoTracking()
            .Where(m => m.UserId == user).OrderBy(m => m.BodyId).Take(Limits.BodiesPerRegion).ToListAsync(ct));
}
