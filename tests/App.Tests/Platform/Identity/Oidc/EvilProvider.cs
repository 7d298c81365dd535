using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using ResilienceMonitor.Lab.Forging;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

/// <summary>A provider that answers as the test wants it, right or wrong.</summary>
internal sealed class EvilProvider : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly int port = NodeProvider.FreePort();

    public EvilProvider()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add(Issuer);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(Describe()));
        app.MapGet("/keys", () => { KeysAsked++; return Results.Text(Keys.Public(), "application/json"); });
        app.MapGet("/authorize", (HttpRequest request) => Authorize(request.Query));
        app.MapPost("/token", async (HttpRequest request) => Exchange(await request.ReadFormAsync()));
    }

    public string Issuer => $"http://127.0.0.1:{port}";

    public TokenForge Keys { get; set; } = new();

    /// <summary>What it calls itself in its description.</summary>
    public string? CallsItself { get; set; }

    /// <summary>What stands in the address of the answer besides code and state.</summary>
    public string Also { get; set; } = "";

    public Func<string, string> Token { get; set; } = token => token;

    public Action<Dictionary<string, object?>> Change { get; set; } = _ => { };

    public string Algorithm { get; set; } = "RS256";

    /// <summary>Says yes to every verifier.</summary>
    public bool Careless { get; set; }

    public string Person { get; set; } = "mia";

    public object? Groups { get; set; } = new[] { "bcm" };

    public string? Nonce { get; set; }

    public int KeysAsked { get; private set; }

    public string? LastChallenge { get; private set; }

    public async Task<EvilProvider> Start()
    {
        await app.StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private object Describe() => new
    {
        issuer = CallsItself ?? Issuer,
        authorization_endpoint = $"{Issuer}/authorize",
        token_endpoint = $"{Issuer}/token",
        jwks_uri = $"{Issuer}/keys",
    };

    private IResult Authorize(IQueryCollection query)
    {
        Assert.Equal("S256", query["code_challenge_method"]);
        Nonce = query["nonce"];
        LastChallenge = query["code_challenge"];
        return Results.Redirect($"{query["redirect_uri"]}?code=a-code&state={Uri.EscapeDataString(query["state"]!)}{Also}");
    }

    private IResult Exchange(IFormCollection form)
    {
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!Careless && challenge != LastChallenge) return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Issuer,
            ["sub"] = Person,
            ["aud"] = "resmon",
            ["exp"] = now + 300,
            ["iat"] = now,
            ["nonce"] = Nonce,
            ["name"] = $"Frau {Person}",
            ["groups"] = Groups,
            ["email"] = "mia@example.org",
        };
        Change(claims);
        var token = Token(Keys.Sign(claims.Where(c => c.Value is not null).ToDictionary(), Algorithm));
        return Results.Text(JsonSerializer.Serialize(new { id_token = token, access_token = "x", token_type = "Bearer" }), "application/json");
    }
}
