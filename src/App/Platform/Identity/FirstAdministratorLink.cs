using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The way into an installation without accounts: a secret that was printed where it was started, good once and for an hour. A restart makes a new one.</summary>
public sealed class FirstAdministratorLink(UnitsOfWork units, IClock clock)
{
    private const int SecretBytes = 32;

    private readonly Lock gate = new();
    private byte[]? hash;
    private Instant until;

    /// <returns>The path of the link; null: there are accounts.</returns>
    public async Task<string?> Issue(CancellationToken ct)
    {
        if (await HasAccounts(ct)) return null;
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        lock (gate) (hash, until) = (SHA256.HashData(secret), clock.GetCurrentInstant() + SignInLimits.FirstLink);
        return $"/welcome/{WebEncoders.Base64UrlEncode(secret)}";
    }

    public bool Accepts(string secret)
    {
        lock (gate) return Matches(secret);
    }

    /// <summary>Uses the link up; of two who try at once, one succeeds.</summary>
    public bool TryUse(string secret)
    {
        lock (gate)
        {
            if (!Matches(secret)) return false;
            hash = null;
            return true;
        }
    }

    /// <summary>Something was wrong with what was entered: the link is good again for the next attempt.</summary>
    public void GiveBack(string secret)
    {
        lock (gate) hash ??= SHA256.HashData(WebEncoders.Base64UrlDecode(secret));
    }

    public Task<bool> HasAccounts(CancellationToken ct) => units.RunAs<AppDb, bool>(Actor.Nobody, db => db.Set<User>().AnyAsync(ct));

    private bool Matches(string secret)
    {
        if (hash is null || clock.GetCurrentInstant() > until || secret.Length > 2 * SecretBytes) return false;
        try
        {
            return CryptographicOperations.FixedTimeEquals(SHA256.HashData(WebEncoders.Base64UrlDecode(secret)), hash);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
