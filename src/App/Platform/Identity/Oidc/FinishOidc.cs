using NodaTime;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Second half: believes nothing of the answer until all of it is checked, then lets the person in with what their groups grant.</summary>
public sealed class FinishOidc(
    IdentityProviders providers, ProviderDirectory directory, PendingCookie cookie, CodeExchange exchange, IdTokenCheck check, ProviderAccounts accounts,
    GroupMembers members, OneTimeUse once, SignInThrottle throttle, IClock clock, ILogger<FinishOidc> log)
{
    /// <param name="User">The account.</param>
    /// <param name="ReturnTo">Where the person wanted to go.</param>
    /// <param name="ProvenAt">When they last proved who they are; null: the provider did not say.</param>
    public sealed record Person(User User, string ReturnTo, Instant? ProvenAt);

    public async Task<Result<Person>> Run(string key, HttpContext http, CancellationToken ct)
    {
        var pending = cookie.Take(http);
        if (providers.Find(key) is not { } provider) return Refusal.Of<OidcTexts>("oidc.unknown-provider");
        if (!throttle.Provider(NetworkAddress.Of(http))) return Refusal.Of<OidcTexts>("oidc.throttled", SignInLimits.Window.TotalMinutes);
        if (pending is null) return Refuse(provider, "no sign-in was begun", "oidc.over");
        var metadata = await directory.Of(provider, ct);
        if (metadata.Refusal is { } silent) return silent;
        var answer = OidcAnswer.Read(http.Request.Query, pending, provider, metadata.Value.NamesItself);
        if (answer.Code is null) return Refuse(provider, answer.Wrong, answer.Refusal);
        var text = await exchange.Run(provider, metadata.Value, answer.Code, pending.Verifier, BeginOidc.AnswerAddress(http.Request, key), ct);
        if (text.Refusal is { } refusal) return Refuse(provider, "the code", refusal.Code);
        var outcome = await check.Run(text.Value, provider, metadata.Value.Keys, pending.Nonce);
        if (outcome.Wrong == IdTokenCheck.UnknownKey && (await directory.WithKeysAgain(provider, ct)) is { Refusal: null } renewed)
            outcome = await check.Run(text.Value, provider, renewed.Value.Keys, pending.Nonce);
        return outcome.Token is { } token ? await LetIn(provider, token, pending, ct) : Refuse(provider, outcome.Wrong, "oidc.refused");
    }

    private async Task<Result<Person>> LetIn(IdentityProvider provider, IdToken token, PendingSignIn pending, CancellationToken ct)
    {
        if (pending.Again is not null && !(clock.GetCurrentInstant() - token.ProvenAt <= SignInLimits.Fresh)) return Refuse(provider, "not proven again", "oidc.not-proven");
        var granted = await members.Granted(provider, token.Groups ?? [], ct);
        var known = await accounts.Find(provider.Issuer, token.Subject, ct);
        if (pending.Again is { } same && known?.Id != same) return Refuse(provider, "somebody else", "oidc.other-person");
        var noGroups = token.GroupsRefusal ?? Refusal.Of<OidcTexts>("oidc.no-group");

        // Nobody gets an account who may do nothing here.
        if (known is null && granted.Count == 0) return noGroups;
        var user = known ?? await accounts.Open(provider, token, ct);
        if (user.DisabledAt is not null) return Refuse(provider, "locked", "oidc.locked");
        if (!await once.TryUse(user.Id, $"oidc {provider.Issuer} {pending.Nonce}", ct)) return Refuse(provider, "the answer was used before", "oidc.over");
        if (!await members.Apply(user.Id, granted, ct)) return noGroups;
        return new Person(user, pending.ReturnTo, token.ProvenAt);
    }

    // The log says what was wrong, and nothing of the person.
    private Refusal Refuse(IdentityProvider provider, string? wrong, string code)
    {
        log.LogWarning("An answer of the identity provider {Provider} was refused: {Reason}", provider.Key, wrong);
        return Refusal.Of<OidcTexts>(code);
    }
}
