using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>First half: sends a person to their provider, with a state, a nonce and a proof key of their own.</summary>
public sealed class BeginOidc(IdentityProviders providers, ProviderDirectory directory, PendingCookie cookie, SignInThrottle throttle, FirstAdministratorLink first)
{
    private const int RandomBytes = 32;

    /// <param name="key">Key of the provider.</param>
    /// <param name="returnUrl">Where to go afterwards.</param>
    /// <param name="again">Somebody who is signed in proves it again, and must type something for it.</param>
    /// <param name="http">The request.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The address at the provider.</returns>
    public async Task<Result<string>> Run(string key, string? returnUrl, bool again, HttpContext http, CancellationToken ct)
    {
        if (providers.Find(key) is not { } provider) return Refusal.Of<OidcTexts>("oidc.unknown-provider");
        if (!throttle.Provider(NetworkAddress.Of(http))) return Refusal.Of<OidcTexts>("oidc.throttled", SignInLimits.Window.TotalMinutes);
        if (!await first.HasAccounts(ct)) return Refusal.Of<OidcTexts>("oidc.no-accounts");
        var metadata = await directory.Of(provider, ct);
        if (metadata.Refusal is { } refusal) return refusal;
        var back = ReturnUrl.Safe(returnUrl);
        var pending = new PendingSignIn(key, Random(), Random(), Random(), back.Length <= OidcLimits.ReturnLength ? back : "/", again ? CurrentSession.Of(http)?.User : null);
        cookie.Write(http, pending);
        return Address(provider, metadata.Value, pending, http);
    }

    /// <summary>The address the provider sends people back to. Each provider has its own, so that none can answer for another.</summary>
    public static string AnswerAddress(HttpRequest request, string key) => $"{request.Scheme}://{request.Host}{request.PathBase}/sign-in/oidc/{key}/done";

    private static string Address(IdentityProvider provider, ProviderMetadata metadata, PendingSignIn pending, HttpContext http)
    {
        var query = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = AnswerAddress(http.Request, provider.Key),
            ["scope"] = string.Join(' ', provider.Scopes.Prepend("openid")),
            ["state"] = pending.State,
            ["nonce"] = pending.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(pending.Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (pending.Again is not null) (query["prompt"], query["max_age"]) = ("login", "0");
        return QueryHelpers.AddQueryString(metadata.Authorization.AbsoluteUri, query);
    }

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(RandomBytes));
}
