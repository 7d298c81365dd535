using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>What a provider says about itself, and the keys it signs with.</summary>
public sealed record ProviderMetadata
{
    public required Uri Authorization { get; init; }

    public required Uri Token { get; init; }

    public required Uri KeysAt { get; init; }

    /// <summary>True: it takes the secret of the client only in the form, not in a header.</summary>
    public required bool SecretInForm { get; init; }

    /// <summary>True: each of its answers names it (RFC 9207); one that does not is not from it.</summary>
    public required bool NamesItself { get; init; }

    public required IReadOnlyList<JsonWebKey> Keys { get; init; }

    public required Instant ReadAt { get; init; }

    /// <returns>Null: something is missing, or it calls itself by another name than the one in the configuration.</returns>
    internal static ProviderMetadata? Parse(JsonElement json, string issuer, Instant now)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "issuer") != issuer) return null;
        if (ProviderAddress.Parse(Text(json, "authorization_endpoint")) is not { } authorization) return null;
        if (ProviderAddress.Parse(Text(json, "token_endpoint")) is not { } token || ProviderAddress.Parse(Text(json, "jwks_uri")) is not { } keys) return null;
        var ways = Texts(json, "token_endpoint_auth_methods_supported");
        return new ProviderMetadata
        {
            Authorization = authorization,
            Token = token,
            KeysAt = keys,
            SecretInForm = ways.Contains("client_secret_post") && !ways.Contains("client_secret_basic"),
            NamesItself = json.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True,
            Keys = [],
            ReadAt = now,
        };
    }

    /// <summary>The keys that may sign: asymmetric, long enough, made for signatures, and with a name.</summary>
    internal static IReadOnlyList<JsonWebKey>? ParseKeys(JsonElement json)
    {
        try
        {
            var keys = new JsonWebKeySet(json.GetRawText()).Keys;
            return keys.Count > OidcLimits.Keys ? null : [.. keys.Where(MaySign)];
        }
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool MaySign(JsonWebKey key) => key.Use is null or "" or "sig" && !string.IsNullOrEmpty(key.Kid) && !key.HasPrivateKey && (key.Kty, key.Crv) switch
    {
        (JsonWebAlgorithmsKeyTypes.RSA, _) => key.KeySize >= OidcLimits.RsaBits,
        (JsonWebAlgorithmsKeyTypes.EllipticCurve, JsonWebKeyECTypes.P256) => true,
        _ => false,
    };

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)] : [];
}
