using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>
/// Whether an ID token is genuine, from this provider, for us, for this sign-in, and now. A token passes only when every single point holds.
/// </summary>
public sealed class IdTokenCheck(IClock clock)
{
    /// <summary>The key that signed is not among the known ones; they may have changed.</summary>
    public const string UnknownKey = "unknown key";

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = OidcLimits.TokenLength };

    /// <summary>The token, or in a word for the log what was wrong.</summary>
    public readonly record struct Outcome(IdToken? Token, string? Wrong)
    {
        public static implicit operator Outcome(string wrong) => new(null, wrong);
    }

    public async Task<Outcome> Run(string text, IdentityProvider provider, IReadOnlyList<JsonWebKey> keys, string nonce)
    {
        if (Parse(text) is not { } token) return "no signed token";
        if (token.TryGetHeaderValue<object>("crit", out _)) return "critical header";
        if (!Algorithms.Contains(token.Alg)) return "algorithm";
        if (string.IsNullOrEmpty(token.Kid)) return "no key named";
        if (!keys.Any(k => k.Kid == token.Kid)) return UnknownKey;
        var result = await handler.ValidateTokenAsync(text, Rules(provider, keys));
        return result.IsValid ? Claims(token, provider, nonce) : result.Exception.GetType().Name;
    }

    /// <summary>What the library checks. Public, so that a trial can take one rule away and see that it is missed.</summary>
    public TokenValidationParameters Rules(IdentityProvider provider, IReadOnlyList<JsonWebKey> keys) => new()
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = provider.ClientId,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        TryAllIssuerSigningKeys = false,
        IssuerSigningKeyResolver = (_, token, kid, _) => keys.Where(k => k.Kid == kid && (string.IsNullOrEmpty(k.Alg) || k.Alg == ((JsonWebToken)token).Alg)),
        TypeValidator = (type, _, _) => type is null or "" || type.Equals("JWT", StringComparison.OrdinalIgnoreCase) ? "JWT" : throw new SecurityTokenInvalidTypeException("Not the type of an ID token."),
        LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),

        // A key that was taken back must not live on in a cache of the library.
        CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
    };

    /// <summary>The points the library leaves to us.</summary>
    public Outcome Claims(JsonWebToken token, IdentityProvider provider, string nonce)
    {
        var audiences = token.Audiences.ToList();
        using var payload = JsonDocument.Parse(WebEncoders.Base64UrlDecode(token.EncodedPayload));
        var claims = payload.RootElement;
        var authorized = Text(claims, "azp");
        if (audiences.Count == 0 || (audiences.Count > 1 && authorized is null)) return "audiences without authorized party";
        if (authorized is not null && authorized != provider.ClientId) return "authorized party";
        var now = clock.GetCurrentInstant();
        if (Time(claims, "exp") is null) return "no end";
        if (Time(claims, "iat") is not { } issued || issued > now + OidcLimits.Skew) return "issued in the future, or never";
        if (Text(claims, "nonce") is not { } given || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(nonce))) return "nonce";
        if (Text(claims, "sub") is not { Length: > 0 and <= OidcLimits.SubjectLength } subject || subject.Any(char.IsControl)) return "subject";
        var proven = Time(claims, "auth_time");
        if (proven > now + OidcLimits.Skew) return "proven in the future";
        var groups = PersonGroups.Of(claims, provider.GroupsClaim);
        return new Outcome(new IdToken(subject, Text(claims, "name") ?? Text(claims, "preferred_username"), groups.Refusal is null ? groups.Value : null, groups.Refusal, proven), null);
    }

    private JsonWebToken? Parse(string text)
    {
        // Five parts would be an encrypted token, which nobody here has a key for.
        if (text.Length is 0 or > OidcLimits.TokenLength || text.Count(c => c == '.') != 2) return null;
        try
        {
            return handler.ReadJsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException or JsonException)
        {
            return null;
        }
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetCurrentInstant();
        return expires is { } end && now < Instant.FromDateTimeUtc(DateTime.SpecifyKind(end, DateTimeKind.Utc)) + OidcLimits.Skew
            && (notBefore is not { } start || now + OidcLimits.Skew >= Instant.FromDateTimeUtc(DateTime.SpecifyKind(start, DateTimeKind.Utc)));
    }

    // Read as it stands there: the library would take a number for a text.
    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Instant? Time(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800 ? Instant.FromUnixTimeSeconds(seconds) : null;
}
