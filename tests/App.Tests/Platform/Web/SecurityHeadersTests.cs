using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Web;

public sealed class SecurityHeadersTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_carries_all_headers()
    {
        await using var server = await HardenedServer.Start(map: app => app.MapGet("/fails", string () => throw new InvalidOperationException("secret")));
        using var client = server.Client();
        foreach (var path in (string[])["/", "/bodies", "/gibt-es-nicht", "/fails", "/css/base.css", "/progress/nothing", "/simulation/curve", "/health/live"])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            var policy = Header(answer, "Content-Security-Policy");
            foreach (var rule in (string[])["default-src 'none'", "script-src 'self' 'nonce-", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
                Assert.True(policy.Contains(rule, StringComparison.Ordinal), $"{path} lacks {rule}: {policy}");
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http:", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
            Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
            Assert.False(answer.Headers.Contains("Server"), $"{path} names the server program.");
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"), "Without https there is nothing to insist on.");
        }
    }

    [Fact]
    public async Task Each_answer_has_a_number_of_its_own_and_its_scripts_repeat_it()
    {
        await using var server = await HardenedServer.Start();
        using var client = server.Client();
        var seen = new HashSet<string>();
        foreach (var path in (string[])["/", "/", "/gibt-es-nicht"])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Ct), Ct);
            var scripts = page.QuerySelectorAll("script").ToList();
            Assert.NotEmpty(scripts);
            var nonce = Assert.Single(scripts.Select(s => s.GetAttribute("nonce")).Distinct())!;
            Assert.Contains($"'nonce-{nonce}'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal(16, Convert.FromBase64String(nonce).Length);
            Assert.True(seen.Add(nonce), "Two answers have the same number.");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/bodies")]
    [InlineData("/gibt-es-nicht")]
    [InlineData("/health/live")]
    [InlineData("/kept")]
    public async Task Nothing_but_files_is_kept_by_browsers(string path)
    {
        await using var server = await HardenedServer.Start(map: app => app.MapGet("/kept", (HttpContext http) => http.Response.Headers.CacheControl = "public, max-age=60"));
        using var client = server.Client();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    [Fact]
    public async Task Files_are_kept()
    {
        await using var server = await HardenedServer.Start();
        using var client = server.Client();
        using var named = await client.GetAsync(new Uri("/css/base.css?v=1", UriKind.Relative), Ct);
        Assert.Contains("immutable", Header(named, "Cache-Control"), StringComparison.Ordinal);
        using var plain = await client.GetAsync(new Uri("/css/base.css", UriKind.Relative), Ct);
        Assert.Equal("no-cache", Header(plain, "Cache-Control"));
    }

    [Fact]
    public async Task Only_a_known_proxy_says_that_it_is_https_and_who_asks()
    {
        var known = HardenedServer.Options with { Proxies = [IPNetwork.Parse("127.0.0.1/32")] };
        var other = HardenedServer.Options with { Proxies = [IPNetwork.Parse("10.0.0.0/8")] };
        foreach (var (options, believed) in ((WebHardeningOptions, bool)[])[(known, true), (other, false), (HardenedServer.Options, false)])
        {
            await using var server = await HardenedServer.Start(options, app => app.MapGet("/who", (HttpContext http) => $"{http.Request.Scheme} {http.Connection.RemoteIpAddress} {http.Request.Host.Host}"));
            using var client = server.Client();
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
            client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
            using var answer = await client.GetAsync(new Uri("/who", UriKind.Relative), Ct);
            Assert.Equal(believed ? "https 192.0.2.7 127.0.0.1" : "http 127.0.0.1 127.0.0.1", await answer.Content.ReadAsStringAsync(Ct));
            Assert.Equal(believed, answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost:1", HttpStatusCode.OK)]
    [InlineData("resmon.example.org", HttpStatusCode.OK)]
    [InlineData("a.example.net", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("resmon.example.org.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    public async Task Only_names_of_ours_are_answered(string host, HttpStatusCode expected)
    {
        await using var server = await HardenedServer.Start(HardenedServer.Options with { Hosts = ["resmon.example.org", "*.example.net"] });
        using var client = server.Client();
        client.DefaultRequestHeaders.Host = host;
        using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Ct);
        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
