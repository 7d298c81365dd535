using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary>
/// Secrets of authenticator apps as they are stored: sealed with the key ring, each for its account. Keys of the ring are retired and revoked but never
/// deleted, and a revoked one still opens here: it is worth nothing in a cookie, but people must get in after <c>rotate-keys</c>.
/// </summary>
public sealed class CodeSecrets(IDataProtectionProvider ring)
{
    private const string Purpose = "resmon.totp";
    private const string Mark = "ring:";

    public string Seal(Guid user, byte[] secret) => Mark + Convert.ToBase64String(For(user).Protect(secret));

    /// <summary>Null: the key it was sealed with cannot be read here.</summary>
    /// <param name="user">Whose it is.</param>
    /// <param name="stored">As it stands in the table; of old in the clear.</param>
    /// <param name="old">It should be sealed anew.</param>
    public byte[]? Open(Guid user, string stored, out bool old)
    {
        old = true;
        if (!stored.StartsWith(Mark, StringComparison.Ordinal)) return Convert.FromBase64String(stored);
        try
        {
            var secret = For(user).DangerousUnprotect(Convert.FromBase64String(stored[Mark.Length..]), ignoreRevocationErrors: true, out var migrate, out var revoked);
            old = migrate || revoked;
            return secret;
        }
        catch (Exception e) when (e is CryptographicException or StartProblem)
        {
            return null;
        }
    }

    private IPersistedDataProtector For(Guid user) => (IPersistedDataProtector)ring.CreateProtector(Purpose, user.ToString("N"));
}
