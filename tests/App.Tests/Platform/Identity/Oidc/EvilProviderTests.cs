using System.Text.Json;
using ResilienceMonitor.Lab.Forging;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

/// <summary>One server with two providers that answer as a test wants it.</summary>
public sealed class EvilSite : IAsyncLifetime
{
    internal TestApp App { get; private set; } = null!;

    internal EvilProvider Evil { get; private set; } = null!;

    internal EvilProvider Second { get; private set; } = null!;

    internal OidcSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.PreparedOnSqlite();
        (Evil, Second) = (await new EvilProvider().Start(), await new EvilProvider().Start());
        Site = await OidcSite.Start(App, ("evil", Evil.Issuer), ("second", Second.Issuer));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Evil.DisposeAsync();
        await Second.DisposeAsync();
        await App.DisposeAsync();
    }
}

/// <summary>What a wrong or hostile provider, or somebody between, may send: nothing of it lets anybody in.</summary>
public sealed class EvilProviderTests(EvilSite fixture) : IClassFixture<EvilSite>
{
    private static readonly Dictionary<string, Action<EvilProvider>> Wrong = new()
    {
        ["issuer of another"] = p => p.Change = c => c["iss"] = "https://login.example.org",
        ["issuer with a slash more"] = p => p.Change = c => c["iss"] += "/",
        ["audience of another"] = p => p.Change = c => c["aud"] = "another",
        ["audience missing"] = p => p.Change = c => c["aud"] = null,
        ["two audiences without authorized party"] = p => p.Change = c => c["aud"] = new[] { "resmon", "another" },
        ["authorized party is another"] = p => p.Change = c => (c["aud"], c["azp"]) = (new[] { "resmon", "another" }, "another"),
        ["nonce of another sign-in"] = p => p.Change = c => c["nonce"] = "another",
        ["nonce missing"] = p => p.Change = c => c["nonce"] = null,
        ["expired"] = p => p.Change = c => c["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(-3).ToUnixTimeSeconds(),
        ["without end"] = p => p.Change = c => c["exp"] = null,
        ["not yet valid"] = p => p.Change = c => c["nbf"] = TimeProvider.System.GetUtcNow().AddMinutes(3).ToUnixTimeSeconds(),
        ["issued in the future"] = p => p.Change = c => c["iat"] = TimeProvider.System.GetUtcNow().AddMinutes(3).ToUnixTimeSeconds(),
        ["issued never"] = p => p.Change = c => c["iat"] = null,
        ["without subject"] = p => p.Change = c => c["sub"] = null,
        ["algorithm none"] = p => p.Algorithm = "none",
        ["HS256 with the public key"] = p => p.Algorithm = "HS256",
        ["algorithm nobody agreed on"] = p => p.Algorithm = "RS512",
        ["signature of another token"] = p => p.Token = t => t[..t.LastIndexOf('.')] + "." + p.Keys.Sign(new Dictionary<string, object?> { ["sub"] = "eve" }).Split('.')[2],
        ["content changed after signing"] = p => p.Token = t => string.Join('.', t.Split('.')[0], new TokenForge().Sign(new Dictionary<string, object?> { ["sub"] = "eve" }).Split('.')[1], t.Split('.')[2]),
        ["critical header"] = p => p.Token = _ => p.Keys.Sign(Good(p), header: new { alg = "RS256", kid = p.Keys.Kid, crit = new[] { "b64" }, b64 = false }),
        ["no key named"] = p => p.Token = _ => p.Keys.Sign(Good(p), header: new { alg = "RS256" }),
        ["unknown key"] = p => p.Token = _ => new TokenForge("key-9").Sign(Good(p)),
        ["another key with a known name"] = p => p.Token = _ => new TokenForge(p.Keys.Kid).Sign(Good(p)),
        ["key that came along in the header"] = p => p.Token = _ => { var own = new TokenForge("mine"); return own.Sign(Good(p), header: new { alg = "RS256", kid = "mine", jwk = JsonDocument.Parse(own.Public()).RootElement.GetProperty("keys")[0] }); },
        ["an access token instead"] = p => p.Token = _ => p.Keys.Sign(Good(p), header: new { alg = "RS256", kid = p.Keys.Kid, typ = "at+jwt" }),
        ["no token at all"] = p => p.Token = _ => "x",
        ["another issuer in the answer"] = p => p.Also = "&iss=https%3A%2F%2Flogin.example.org",
        ["the state twice"] = p => p.Also = "&state=x",
        ["the code twice"] = p => p.Also = "&code=other",
        ["an error beside the code"] = p => p.Also = "&error=server_error",
        ["no groups"] = p => p.Groups = null,
        ["groups elsewhere"] = p => (p.Groups, p.Change) = (null, c => c["_claim_names"] = new { groups = "src1" }),
        ["groups nobody configured"] = p => p.Groups = new[] { "BCM", "bcm ", "administrators" },
        ["group of a body nobody knows"] = p => p.Groups = "nowhere",
        ["groups as an object"] = p => p.Groups = new { bcm = true },
    };

    public static TheoryData<string> Cases => [.. Wrong.Keys];

    [Theory, MemberData(nameof(Cases))]
    public async Task Refused(string what)
    {
        var evil = Honest();
        Wrong[what](evil);
        await NobodyGetsIn(b => b.Go("/sign-in/oidc/evil?returnUrl=/account"));
    }

    [Fact]
    public async Task The_honest_provider_of_these_tests_lets_somebody_in_with_each_algorithm()
    {
        foreach (var algorithm in (string[])["RS256", "PS256", "ES256"])
        {
            var evil = Honest();
            evil.Algorithm = algorithm;
            await GetsIn("evil");
        }

        Honest().Change = c => (c["aud"], c["azp"]) = (new[] { "resmon", "another" }, "resmon");
        await GetsIn("evil");
    }

    [Fact]
    public async Task A_changed_key_is_learned_and_asked_for_once_a_minute()
    {
        var second = fixture.Second;
        Reset(second);
        await GetsIn("second");
        second.Keys = new TokenForge("key-2");
        await GetsIn("second");
        var asked = second.KeysAsked;
        second.Keys = new TokenForge("key-3");
        await NobodyGetsIn(b => b.Go("/sign-in/oidc/second"));
        await NobodyGetsIn(b => b.Go("/sign-in/oidc/second"));
        Assert.Equal(asked, second.KeysAsked);
    }

    [Fact]
    public async Task A_wrong_state_is_refused()
    {
        Honest();
        await NobodyGetsIn(async b =>
        {
            var (answer, _) = await b.Go("/sign-in/oidc/evil", IsAnswer);
            return await b.Go(answer.PathAndQuery.Replace("state=", "state=x", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task An_answer_in_another_browser_is_refused()
    {
        Honest();
        using var attacker = fixture.Site.Open();
        var (answer, _) = await attacker.Go("/sign-in/oidc/evil", IsAnswer);
        await NobodyGetsIn(victim => victim.Go(answer.PathAndQuery));
    }

    [Fact]
    public async Task A_code_injected_into_another_sign_in_is_refused_by_its_proof_key_and_by_its_nonce()
    {
        foreach (var careless in (bool[])[false, true])
        {
            var evil = Honest();
            evil.Careless = careless;
            await NobodyGetsIn(async attacker =>
            {
                var (own, _) = await attacker.Go("/sign-in/oidc/evil", IsAnswer);
                using var victim = fixture.Site.Open();
                await victim.Go("/sign-in/oidc/evil", IsAnswer);
                return await attacker.Go(own.PathAndQuery);
            });
        }
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        var evil = Honest();
        using var browser = fixture.Site.Open();
        var (answer, _) = await browser.Go("/sign-in/oidc/evil?returnUrl=/account", IsAnswer);
        Assert.Equal("/account", (await browser.Go(answer.PathAndQuery)).At.AbsolutePath);
        evil.Careless = true;
        Assert.Contains("refused=oidc.over", (await browser.Go(answer.PathAndQuery)).At.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_token_does_not_work_twice_even_with_the_cookie_of_the_first_time()
    {
        var evil = Honest();
        using var browser = fixture.Site.Open();
        var (answer, _) = await browser.Go("/sign-in/oidc/evil?returnUrl=/account", IsAnswer);
        var cookie = browser.CookieOf(PendingName);
        Assert.Equal("/account", (await browser.Go(answer.PathAndQuery)).At.AbsolutePath);
        evil.Careless = true;
        await NobodyGetsIn(thief =>
        {
            thief.Put(PendingName, cookie);
            return thief.Go(answer.PathAndQuery);
        });
    }

    [Fact]
    public async Task One_provider_cannot_answer_for_another()
    {
        Honest();
        Reset(fixture.Second);
        await NobodyGetsIn(async b =>
        {
            var (answer, _) = await b.Go("/sign-in/oidc/evil", IsAnswer);
            return await b.Go(answer.PathAndQuery.Replace("/evil/", "/second/", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_description_with_another_issuer_is_refused()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await using var evil = await new EvilProvider { CallsItself = "https://login.example.org" }.Start();
        await using var site = await OidcSite.Start(app, ("evil", evil.Issuer));
        using var browser = site.Open();
        Assert.Contains("refused=oidc.refused", (await browser.Go("/sign-in/oidc/evil")).At.Query, StringComparison.Ordinal);
    }

    private const string PendingName = "resmon.oidc";

    private static bool IsAnswer(Uri next) => next.AbsolutePath.EndsWith("/done", StringComparison.Ordinal);

    private static Dictionary<string, object?> Good(EvilProvider p)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new() { ["iss"] = p.Issuer, ["sub"] = p.Person, ["aud"] = "resmon", ["exp"] = now + 300, ["iat"] = now, ["nonce"] = p.Nonce, ["groups"] = new[] { "bcm" } };
    }

    private EvilProvider Honest() => Reset(fixture.Evil);

    private static EvilProvider Reset(EvilProvider p)
    {
        (p.Change, p.Token, p.Also, p.Algorithm, p.Careless, p.Groups) = (_ => { }, t => t, "", "RS256", false, new[] { "bcm" });
        p.Person = Guid.CreateVersion7().ToString("N");
        return p;
    }

    private async Task GetsIn(string key)
    {
        using var browser = fixture.Site.Open();
        Assert.Equal("/account", (await browser.Go($"/sign-in/oidc/{key}?returnUrl=/account")).At.PathAndQuery);
    }

    private async Task NobodyGetsIn(Func<Browser, Task<(Uri At, AngleSharp.Html.Dom.IHtmlDocument? Page)>> attempt)
    {
        var before = (await fixture.Site.MembersOf(fixture.Site.Town)).Count;
        using var browser = fixture.Site.Open();
        var (at, page) = await attempt(browser);
        Assert.Equal("/sign-in", at.AbsolutePath);
        Assert.Contains("refused=oidc.", at.Query, StringComparison.Ordinal);
        Assert.NotNull(page!.QuerySelector("[name='Input.Password']"));
        Assert.Equal("/sign-in", (await browser.Go("/account")).At.AbsolutePath);
        Assert.Equal(before, (await fixture.Site.MembersOf(fixture.Site.Town)).Count);
    }
}
