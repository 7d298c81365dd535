using System.Security.Cryptography;
using System.Text;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Whether what stands in the address after the provider belongs to a sign-in that this browser began.</summary>
public static class OidcAnswer
{
    /// <summary>The code, or in a word for the log what was wrong.</summary>
    public readonly record struct Outcome(string? Code, string? Wrong, string Refusal = "oidc.refused");

    public static Outcome Read(IQueryCollection query, PendingSignIn? pending, IdentityProvider provider, bool mustNameItself)
    {
        if (pending is null) return new(null, "no sign-in was begun", "oidc.over");
        if (pending.Provider != provider.Key) return new(null, "another provider answers");
        if (query["state"] is not [{ } state] || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(pending.State))) return new(null, "state");
        var named = query["iss"];
        if (named.Count > 1 || (named.Count == 1 && named[0] != provider.Issuer) || (named.Count == 0 && mustNameItself)) return new(null, "another issuer answers");
        if (query["error"].Count > 0) return new(null, "the provider refused", query["error"] == "access_denied" ? "oidc.cancelled" : "oidc.refused");
        return query["code"] is [{ Length: > 0 and <= OidcLimits.CodeLength } code] ? new(code, null) : new(null, "no code");
    }
}
