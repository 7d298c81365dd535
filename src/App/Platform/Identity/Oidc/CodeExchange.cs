using System.Text.Json;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Gets the ID token for a code, between servers.</summary>
public sealed class CodeExchange(ProviderConnection connection)
{
    public async Task<Result<string>> Run(IdentityProvider provider, ProviderMetadata metadata, string code, string verifier, string answerAddress, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = answerAddress,
            ["code_verifier"] = verifier,
        };
        if (provider.ClientSecret is null || metadata.SecretInForm) form["client_id"] = provider.ClientId;
        if (provider.ClientSecret is not null && metadata.SecretInForm) form["client_secret"] = provider.ClientSecret;
        var user = provider.ClientSecret is { } secret && !metadata.SecretInForm ? (provider.ClientId, secret) : ((string, string)?)null;
        var answer = await connection.Post(metadata.Token, form, user, ct);
        if (answer.Refusal is { } refusal) return refusal;
        return answer.Value.ValueKind == JsonValueKind.Object && answer.Value.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String
            ? token.GetString()! : Refusal.Of<OidcTexts>("oidc.refused");
    }
}
