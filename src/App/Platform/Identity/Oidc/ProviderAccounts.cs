using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Accounts of people who come from an identity provider. Issuer and subject together are the identity, nothing else.</summary>
public sealed class ProviderAccounts(UnitsOfWork units, IClock clock)
{
    public Task<User?> Find(string issuer, string subject, CancellationToken ct) => units.RunAs<AppDb, User?>(Actor.Nobody, db =>
        db.Set<IdentityUserLogin<Guid>>().Where(l => l.LoginProvider == issuer && l.ProviderKey == subject).Join(db.Set<User>(), l => l.UserId, u => u.Id, (_, u) => u).AsNoTracking().SingleOrDefaultAsync(ct));

    public Task<List<string>> IssuersOf(Guid user, CancellationToken ct) => units.RunAs<AppDb, List<string>>(Actor.Nobody, db =>
        db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == user).OrderBy(l => l.LoginProvider).Select(l => l.LoginProvider).Take(OidcLimits.Providers).ToListAsync(ct));

    /// <summary>The account, made now if there is none yet.</summary>
    public async Task<User> Open(IdentityProvider provider, IdToken token, CancellationToken ct)
    {
        if (await Find(provider.Issuer, token.Subject, ct) is { } known) return known;
        try
        {
            return await Create(provider, token, ct);
        }
        catch (DbUpdateException)
        {
            // The same person signs in twice at this moment.
            return await Find(provider.Issuer, token.Subject, ct) ?? throw new InvalidOperationException("An account could be neither made nor found.");
        }
    }

    private static string Shown(string name)
    {
        var clean = new string([.. name.Where(c => !char.IsControl(c))]).Trim();
        return clean[..Math.Min(clean.Length, Limits.NameLength)];
    }

    private Task<User> Create(IdentityProvider provider, IdToken token, CancellationToken ct) => units.RunAs<AppDb, User>(Actor.Nobody, async db =>
    {
        // No name somebody could take before, and none that could be typed together with a password: it has none.
        var name = $"{provider.Key}:{Guid.CreateVersion7():N}";
        var shown = Shown(token.Name ?? "");
        var user = new User { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = shown.Length > 0 ? shown : Shown(token.Subject), CreatedAt = clock.GetCurrentInstant() };
        db.Add(user);
        db.Add(new IdentityUserLogin<Guid> { LoginProvider = provider.Issuer, ProviderKey = token.Subject, ProviderDisplayName = provider.Key, UserId = user.Id });
        await db.SaveChangesAsync(ct);
        return user;
    });
}
