using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using ResilienceMonitor.Platform.Identity.Oidc;

namespace ResilienceMonitor.Lab.Forging;

/// <summary>Forges answers of an identity provider, as many as it is told to, against the real checks. None may be accepted.</summary>
public sealed class OidcForgery : IDisposable
{
    private const string Nonce = "n-0S6_WzA2Mj";
    private static readonly IdentityProvider Provider = new() { Key = "muster", Name = "Muster", Issuer = "https://login.kreis-muster.de", ClientId = "resmon" };
    private static readonly PendingSignIn Pending = new("muster", "af0ifjsldkj", Nonce, "a-verifier", "/", null);
    private static readonly string[] WrongTexts = ["", "resmon ", "Resmon", "https://login.kreis-muster.de/", "https://login.example.org", "null", "\0"];

    private readonly IdTokenCheck check = new(SystemClock.Instance);
    private readonly TokenForge own = new();
    private readonly TokenForge foreign = new();
    private readonly IReadOnlyList<JsonWebKey> keys;
    private readonly bool careless;

    /// <param name="careless">A broken check that looks at no audience, to see that this trial notices it.</param>
    public OidcForgery(bool careless)
    {
        this.careless = careless;
        keys = [.. new JsonWebKeySet(own.Public()).Keys];
    }

    /// <param name="attempts">How many.</param>
    /// <param name="seed">Of the random choices.</param>
    public async Task<Tally> Run(int attempts, ulong seed)
    {
        var tally = new Tally();
        if (!await Accepts(own.Sign(Good())) || Read("code", Pending.State, null) is null) tally.Add("The genuine answer is refused, so nothing was proven");
        for (var i = 0; i < attempts; i++)
        {
            var dice = new Dice(seed, i);
            if (i % 5 == 4) tally.Add(Callback(dice) is { } query ? $"callback {i}: {query}" : null);
            else
            {
                var (what, token) = Forged(i % 5, dice);
                tally.Add(await Accepts(token) ? $"token {i}: {what}" : null);
            }
        }

        return tally;
    }

    public void Dispose()
    {
        own.Dispose();
        foreign.Dispose();
    }

    private async Task<bool> Accepts(string token)
    {
        if (!careless) return (await check.Run(token, Provider, keys, Nonce)).Token is not null;
        var rules = check.Rules(Provider, keys);
        rules.ValidateAudience = false;
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        var result = await handler.ValidateTokenAsync(token, rules);
        return result is { IsValid: true, SecurityToken: JsonWebToken read } && check.Claims(read, Provider, Nonce).Token is not null;
    }

    private (string What, string Token) Forged(int kind, Dice dice) => kind switch
    {
        0 => ("bytes changed", Changed(own.Sign(Good()), dice)),
        1 => WrongClaim(dice),
        2 => WrongAlgorithm(dice),
        _ => ("key of another", foreign.Sign(Good(), dice.Pick(["RS256", "PS256", "ES256"]))),
    };

    private (string, string) WrongClaim(Dice dice)
    {
        var claims = Good();
        var name = dice.Pick(["iss", "aud", "nonce", "exp", "nbf", "iat", "azp", "sub"]);
        claims[name] = name switch
        {
            "exp" => Now - 121 - dice.Number(1_000_000),
            "nbf" or "iat" => Now + 180 + dice.Number(1_000_000),
            "sub" => dice.Pick<object>(["", 7, "a\u0001b", new string('x', 256), new[] { "mia" }]),
            "aud" when dice.Happens(0.3) => new[] { "resmon", dice.Pick(WrongTexts) },
            _ => dice.Happens(0.5) ? dice.Pick(WrongTexts) : Noise(dice),
        };
        return ($"{name} = {JsonSerializer.Serialize(claims[name])}", own.Sign(claims, dice.Pick(["RS256", "PS256", "ES256"])));
    }

    private (string, string) WrongAlgorithm(Dice dice)
    {
        var (says, does) = (dice.Pick(["none", "None", "HS256", "HS512", "RS512", "RS384", "ES256", "RS256", "PS256", ""]), dice.Pick(["none", "HS256", "RS512"]));
        return ($"says {says}, is {does}", own.Sign(Good(), does, new { alg = says, kid = dice.Happens(0.5) ? own.Kid : $"{own.Kid}-ec" }));
    }

    private static string Changed(string token, Dice dice)
    {
        var parts = token.Split('.');
        switch (dice.Number(5))
        {
            case 0: return token[..dice.Number(token.Length - 4)];
            case 1: return $"{token}.{Noise(dice)}";
            case 2: return string.Join('.', parts[dice.Number(3)], parts[2], parts[0]);
            case 3: return $"{parts[0]}.{parts[1]}.";
            default:
                var at = dice.Number(3);
                var bytes = WebEncoders.Base64UrlDecode(parts[at]);
                bytes[dice.Number(bytes.Length)] ^= (byte)(1 + dice.Number(255));
                parts[at] = WebEncoders.Base64UrlEncode(bytes);
                return string.Join('.', parts);
        }
    }

    private static string? Callback(Dice dice)
    {
        var (state, issuer) = dice.Number(3) switch
        {
            0 => (Noise(dice), (string?)null),
            1 => (Pending.State[..dice.Number(Pending.State.Length)], null),
            _ => (Pending.State, dice.Happens(0.5) ? Noise(dice) : dice.Pick(WrongTexts)),
        };
        return Read("code", state, issuer) is null ? null : $"state {state}, iss {issuer}";
    }

    private static string? Read(string code, string state, string? issuer)
    {
        var fields = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["code"] = code, ["state"] = state };
        if (issuer is not null) fields["iss"] = issuer;
        return OidcAnswer.Read(new QueryCollection(fields), Pending, Provider, mustNameItself: false).Code;
    }

    private static Dictionary<string, object?> Good() => new()
    {
        ["iss"] = Provider.Issuer,
        ["sub"] = "mia",
        ["aud"] = Provider.ClientId,
        ["exp"] = Now + 300,
        ["iat"] = Now,
        ["nonce"] = Nonce,
        ["groups"] = new[] { "bcm" },
    };

    private static long Now => SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds();

    private static string Noise(Dice dice) => string.Concat(Enumerable.Range(0, 1 + dice.Number(20)).Select(_ => (char)('a' + dice.Number(26))));
}
