using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// Turns the token a program sends into who acts, or null. The token can do what stands in it and what its maker may do at this moment, not more;
/// when the maker has left the body, it can do nothing.
/// </summary>
public sealed class AuthenticateToken(UnitsOfWork units, TendedBodies tended)
{
    public const string Prefix = "rm_";

    public async Task<Actor?> Run(string? token, CancellationToken ct)
    {
        if (token?.StartsWith(Prefix, StringComparison.Ordinal) != true || LinkSecret.Parse(token[Prefix.Length..], '_') is not { } parsed) return null;
        var actor = await units.RunAs<Lookup, Actor?>(Actor.House(parsed.Body), l => l.Find(parsed, ct));
        return actor is null ? null : actor with { Scope = await tended.ScopeOf(parsed.Body, ct) };
    }

    /// <summary>The look inside the body the token claims to be of.</summary>
    public sealed class Lookup(AppDb db, PermissionList permissions, IClock clock)
    {
        internal async Task<Actor?> Find(LinkSecret claimed, CancellationToken ct)
        {
            var now = clock.GetCurrentInstant();
            var token = await db.Set<ApiToken>().FirstOrDefaultAsync(t => t.BodyId == claimed.Body && t.Id == claimed.Id, ct);
            if (!claimed.Matches(token?.SecretHash ?? new string('0', 64)) || token is not { RevokedAt: null } || now >= token.EndsAt) return null;
            var maker = await db.Set<Member>().AsNoTracking().FirstOrDefaultAsync(m => m.BodyId == claimed.Body && m.UserId == token.CreatedBy, ct);
            if (maker is null || await db.Set<User>().AnyAsync(u => u.Id == token.CreatedBy && u.DisabledAt != null, ct)) return null;
            await Remember(token, now, ct);
            var may = token.Scopes.Select(permissions.Find).OfType<Permission>().Where(p => !p.PeopleOnly && p.IsGrantedTo(maker.Roles)).ToHashSet();
            return new Actor(new ActorId($"token:{token.Id:N}"), TenantScope.Only(claimed.Body), may.Contains);
        }

        private async Task Remember(ApiToken token, Instant now, CancellationToken ct)
        {
            if (token.LastUsedAt is { } last && last.InUtc().Date == now.InUtc().Date) return;
            token.LastUsedAt = now;
            await db.SaveChangesAsync(ct);
        }
    }
}
