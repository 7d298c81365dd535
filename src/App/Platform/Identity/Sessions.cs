using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// Who is signed in. A session is a row; the cookie carries a random secret of which the row holds the hash. Looked up in units of
/// work of their own, because they say who acts in the request.
/// </summary>
public sealed class Sessions(UnitsOfWork units, IDataProtectionProvider protection, IClock clock)
{
    private const int SecretBytes = 32;

    // Somebody who can write into the table, but does not hold the key ring, cannot sign anybody in.
    private readonly IDataProtector seal = protection.CreateProtector("ResilienceMonitor.Sessions");

    /// <summary>Begins a session and returns the secret of its cookie.</summary>
    public Task<byte[]> Begin(Guid userId, string method, string? device, CancellationToken ct, Instant? provenAt = null) => units.RunAs<AppDb, byte[]>(Actor.Nobody, async db =>
    {
        var now = clock.GetCurrentInstant();
        var user = await db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == userId && u.DisabledAt == null, ct);
        await EndOld(db, userId, now, ct);
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var id = IdOf(secret);
        db.Add(new Session
        {
            Id = id,
            Handle = Guid.CreateVersion7(),
            UserId = userId,
            CreatedAt = now,
            LastSeenAt = now,
            SignedInAt = provenAt is { } earlier ? Instant.Min(earlier, now) : now,
            Method = method,
            Device = device,
            Ticket = seal.Protect(TicketOf(id, user)),
        });
        await db.SaveChangesAsync(ct);
        return secret;
    });

    /// <summary>The session of a secret, as long as it lasts and its account is as it was.</summary>
    public Task<Session?> Find(byte[] secret, CancellationToken ct) => units.RunAs<AppDb, Session?>(Actor.Nobody, async db =>
    {
        var id = IdOf(secret);
        var found = await db.Set<Session>().Where(s => s.Id == id)
            .Join(db.Set<User>(), s => s.UserId, u => u.Id, (session, user) => new { session, user }).SingleOrDefaultAsync(ct);
        var now = clock.GetCurrentInstant();
        if (found is null || IsOver(found.session, now) || found.user.DisabledAt is not null || !IsSealed(found.session, found.user)) return null;
        if (now - found.session.LastSeenAt < Duration.FromMinutes(1)) return found.session;
        found.session.LastSeenAt = now;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Ended by another request in this very moment.
            return null;
        }

        return found.session;
    });

    public Task End(byte[] secret, CancellationToken ct) => units.RunAs<AppDb, int>(Actor.Nobody, db =>
    {
        var id = IdOf(secret);
        return db.Set<Session>().Where(s => s.Id == id).ExecuteDeleteAsync(ct);
    });

    /// <summary>Ends one session of an account.</summary>
    public Task<int> End(Guid user, Guid handle, CancellationToken ct) =>
        units.RunAs<AppDb, int>(Actor.Nobody, db => db.Set<Session>().Where(s => s.UserId == user && s.Handle == handle).ExecuteDeleteAsync(ct));

    public Task<int> EndOthers(Guid user, Guid handle, CancellationToken ct) =>
        units.RunAs<AppDb, int>(Actor.Nobody, db => db.Set<Session>().Where(s => s.UserId == user && s.Handle != handle).ExecuteDeleteAsync(ct));

    public Task<IReadOnlyList<Session>> Of(Guid user, CancellationToken ct) => units.RunAs<AppDb, IReadOnlyList<Session>>(Actor.Nobody, async db =>
    {
        var now = clock.GetCurrentInstant();
        var all = await db.Set<Session>().AsNoTracking().Where(s => s.UserId == user).OrderByDescending(s => s.LastSeenAt).Take(SignInLimits.SessionsOfAccount).ToListAsync(ct);
        return [.. all.Where(s => !IsOver(s, now))];
    });

    private static async Task EndOld(AppDb db, Guid user, Instant now, CancellationToken ct)
    {
        var ended = now - SignInLimits.Absolute;
        await db.Set<Session>().Where(s => s.CreatedAt < ended).ExecuteDeleteAsync(ct);
        var surplus = await db.Set<Session>().Where(s => s.UserId == user).OrderByDescending(s => s.LastSeenAt).Skip(SignInLimits.SessionsOfAccount - 1).Select(s => s.Id).ToListAsync(ct);
        if (surplus.Count > 0) await db.Set<Session>().Where(s => surplus.Contains(s.Id)).ExecuteDeleteAsync(ct);
    }

    private static bool IsOver(Session session, Instant now) => now - session.LastSeenAt > SignInLimits.Idle || now - session.CreatedAt > SignInLimits.Absolute;

    private bool IsSealed(Session session, User user)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(seal.Unprotect(session.Ticket), TicketOf(session.Id, user));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // The stamp changes with the password and when an administrator signs somebody out.
    private static byte[] TicketOf(string id, User user) => Encoding.UTF8.GetBytes($"{id} {user.Id:N} {user.SecurityStamp}");

    private static string IdOf(byte[] secret) => Convert.ToHexStringLower(SHA256.HashData(secret));
}
