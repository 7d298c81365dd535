using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary>The framework keeps a key ring for a day; here each node reads it anew after half a minute, so that a revoked key is soon worth nothing everywhere.</summary>
public sealed class ShortLivedKeys(XmlKeyManager keys) : IKeyManager
{
    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => keys.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => keys.GetAllKeys();

    public void RevokeKey(Guid keyId, string? reason = null) => keys.RevokeKey(keyId, reason);

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => keys.RevokeAllKeys(revocationDate, reason);

    public CancellationToken GetCacheExpirationToken()
    {
        // Collected with its timer once it has fired.
        var old = new CancellationTokenSource(SignInLimits.KeyRing.ToTimeSpan());
        return CancellationTokenSource.CreateLinkedTokenSource(old.Token, keys.GetCacheExpirationToken()).Token;
    }
}
