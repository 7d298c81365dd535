using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity.Keys;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// The authenticator app of an account and its recovery codes. A code is accepted once; the secret of the app is kept sealed, of recovery codes only
/// hashes are kept.
/// </summary>
public sealed class OwnCodes(UnitsOfWork units, CodeSecrets secrets, OneTimeUse once, SignInTrail trail, IClock clock)
{
    private const string App = "totp";
    private const string Recovery = "recovery";
    private const string Key = "key";
    private const int CodeBytes = 10;
    private const int GroupLength = 4;

    public Task<bool> IsSetUp(Guid user, CancellationToken ct) =>
        units.RunAs<AppDb, bool>(Actor.Nobody, db => Of(db, user, App).AnyAsync(ct));

    public Task<int> RecoveryCodesLeft(Guid user, CancellationToken ct) =>
        units.RunAs<AppDb, int>(Actor.Nobody, db => Of(db, user, Recovery).CountAsync(ct));

    /// <summary>Sets the app up after the person has shown with a code that it works.</summary>
    /// <returns>Recovery codes, shown this one time.</returns>
    public async Task<Result<IReadOnlyList<string>>> SetUp(Guid user, byte[] key, string code, CancellationToken ct)
    {
        if (Totp.StepOf(key, Plain(code), clock.GetCurrentInstant()) is not { } step || !await once.TryUse(user, $"{App} {step}", ct))
            return Refusal.Of<IdentityTexts>("sign-in.wrong-code");
        var printed = Enumerable.Range(0, SignInLimits.RecoveryCodes).Select(_ => Base32.Encode(RandomNumberGenerator.GetBytes(CodeBytes))).ToList();
        await units.RunAs<AppDb, int>(Actor.Nobody, async db =>
        {
            await Clear(db, user, ct);
            db.Add(Row(user, App, Key, secrets.Seal(user, key)));
            db.AddRange(printed.Select(p => Row(user, Recovery, HashOf(user, p), null)));
            return await db.SaveChangesAsync(ct);
        });
        await trail.Write(user, SignInTrail.CodesChanged, ct);
        return printed.ConvertAll(p => Base32.Grouped(p, GroupLength));
    }

    public async Task TakeAway(Guid user, CancellationToken ct)
    {
        await units.RunAs<AppDb, int>(Actor.Nobody, async db =>
        {
            await Clear(db, user, ct);
            return await db.SaveChangesAsync(ct);
        });
        await trail.Write(user, SignInTrail.CodesChanged, ct);
    }

    public Task<bool> Accept(Guid user, string code, CancellationToken ct) => units.RunAs<AppDb, bool>(Actor.Nobody, async db =>
    {
        if (await Of(db, user, App).SingleOrDefaultAsync(ct) is not { Value: { } stored } row || secrets.Open(user, stored, out var old) is not { } key) return false;
        if (Totp.StepOf(key, Plain(code), clock.GetCurrentInstant()) is not { } step || !await once.TryUse(user, $"{App} {step}", ct)) return false;
        if (old) row.Value = secrets.Seal(user, key);
        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <summary>Seals the secrets of all apps with the newest key.</summary>
    /// <returns>How many could not be read: these people sign in with a recovery code and set up their app again.</returns>
    public Task<int> SealAnew(CancellationToken ct) => units.RunAs<AppDb, int>(Actor.Nobody, async db =>
    {
        var lost = 0;
        foreach (var row in await db.Set<IdentityUserToken<Guid>>().Where(t => t.LoginProvider == App).OrderBy(t => t.UserId).ToListAsync(ct))
        {
            if (secrets.Open(row.UserId, row.Value!, out _) is { } key) row.Value = secrets.Seal(row.UserId, key);
            else lost++;
        }

        await db.SaveChangesAsync(ct);
        return lost;
    });

    public Task<bool> AcceptRecovery(Guid user, string code, CancellationToken ct) => units.RunAs<AppDb, bool>(Actor.Nobody, async db =>
    {
        var hash = HashOf(user, Plain(code));

        // Two requests with the same code: one of them finds nothing left to take away.
        return await Of(db, user, Recovery).Where(t => t.Name == hash).ExecuteDeleteAsync(ct) == 1;
    });

    private static IQueryable<IdentityUserToken<Guid>> Of(AppDb db, Guid user, string provider) =>
        db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == user && t.LoginProvider == provider);

    private static async Task Clear(AppDb db, Guid user, CancellationToken ct) =>
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == user && (t.LoginProvider == App || t.LoginProvider == Recovery)).ToListAsync(ct));

    private static IdentityUserToken<Guid> Row(Guid user, string provider, string name, string? value) => new() { UserId = user, LoginProvider = provider, Name = name, Value = value };

    // As people type them: with spaces, hyphens and small letters.
    private static string Plain(string code) =>
        code.Length > Limits.NameLength ? "" : string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    private static string HashOf(Guid user, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user:N} {code}")));
}
