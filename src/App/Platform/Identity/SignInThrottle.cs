using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// Counts attempts for each account, each network address and in total, each way to sign in for itself: who uses up the attempts with
/// a password leaves those with a passkey alone. Each node counts for itself.
/// </summary>
public sealed class SignInThrottle(IClock clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (Instant Since, int Count)> counts = new(StringComparer.Ordinal);

    public bool Password(string account, string address) => Allow(
        ($"password/account/{account}", SignInLimits.PasswordsOfAccount), ($"password/address/{address}", SignInLimits.PasswordsOfAddress), ("password", SignInLimits.Passwords));

    public bool Code(Guid user, string address) => Allow(
        ($"code/account/{user:N}", SignInLimits.CodesOfAccount), ($"code/address/{address}", SignInLimits.CodesOfAddress), ("code", SignInLimits.Codes));

    public bool Passkey(string address) => Allow(($"passkey/address/{address}", SignInLimits.PasskeysOfAddress), ("passkey", SignInLimits.Passkeys));

    /// <summary>For each step with an identity provider: it costs a question to somebody else.</summary>
    public bool Provider(string address) => Allow(($"oidc/address/{address}", Oidc.OidcLimits.StepsOfAddress), ("oidc", Oidc.OidcLimits.Steps));

    /// <summary>For the link of the first administrator and for invitations.</summary>
    public bool Link(string address) => Allow(($"link/address/{address}", SignInLimits.LinksOfAddress), ("link", SignInLimits.Links));

    /// <summary>A person who signed in has proven that the attempts of the account were theirs.</summary>
    public void Forgive(string account)
    {
        lock (gate) counts.Remove($"password/account/{account}");
    }

    private bool Allow(params ReadOnlySpan<(string Key, int Limit)> budgets)
    {
        var now = clock.GetCurrentInstant();
        lock (gate)
        {
            // Narrow before wide: an address that is refused uses up nothing of the total.
            foreach (var (key, limit) in budgets)
                if (!Count(key, limit, now)) return false;
            return true;
        }
    }

    private bool Count(string key, int limit, Instant now)
    {
        var known = counts.TryGetValue(key, out var count);
        if (!known && counts.Count >= SignInLimits.CountedAtOnce && !Forget(now)) return true;
        if (!known || now - count.Since > SignInLimits.Window) count = (now, 0);
        counts[key] = count with { Count = Math.Min(count.Count + 1, limit + 1) };
        return count.Count < limit;
    }

    private bool Forget(Instant now)
    {
        foreach (var old in counts.Where(c => now - c.Value.Since > SignInLimits.Window).Select(c => c.Key).ToList()) counts.Remove(old);
        return counts.Count < SignInLimits.CountedAtOnce;
    }
}
