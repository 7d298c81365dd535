using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary>After a theft: no cookie, form, session and, when asked, no token made before is worth anything any more.</summary>
public sealed class RotateKeys(UnitsOfWork units, IKeyManager keys, OwnCodes codes, IClock clock)
{
    public static readonly Permission Permission = new("keys.rotate", []);

    private static readonly Duration Lifetime = Duration.FromDays(90);

    /// <returns>Sessions ended, tokens revoked, and authenticator apps whose secret cannot be read any more.</returns>
    public async Task<(int Sessions, int Tokens, int LostApps)> Run(Actor actor, bool tokens, CancellationToken ct)
    {
        actor.Must(Permission);
        var now = clock.GetCurrentInstant();
        var old = keys.GetAllKeys().Where(k => !k.IsRevoked).ToList();
        keys.CreateNewKey(now.ToDateTimeOffset(), (now + Lifetime).ToDateTimeOffset());
        foreach (var key in old) keys.RevokeKey(key.KeyId, "rotate-keys");
        var ended = await units.RunAs<AppDb, int>(Actor.Nobody, db => db.Set<Session>().ExecuteDeleteAsync(ct));
        var lost = await codes.SealAnew(ct);
        return (ended, tokens ? await RevokeTokens(now, ct) : 0, lost);
    }

    private async Task<int> RevokeTokens(Instant now, CancellationToken ct)
    {
        var revoked = 0;
        foreach (var body in await units.RunAs<AppDb, List<BodyId>>(Actor.System, db => db.Set<Tenant>().OrderBy(t => t.BodyId).Select(t => t.BodyId).Take(Limits.Bodies).ToListAsync(ct)))
            revoked += await units.RunAs<AppDb, int>(Actor.House(body), async db =>
            {
                var all = await db.Set<ApiToken>().Where(t => t.RevokedAt == null).OrderBy(t => t.Id).ToListAsync(ct);
                foreach (var token in all) token.RevokedAt = now;
                await db.SaveChangesAsync(ct);
                return all.Count;
            });
        return revoked;
    }
}
