using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Web;

public sealed class ProblemAnswerTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/nothing", 404, "not-found")]
    [InlineData("GET", "/api/fails", 500, "failed")]
    [InlineData("POST", "/api/fails", 400, "refused")]
    [InlineData("GET", "/api/number/abc", 400, "refused")]
    [InlineData("GET", "/api/forbidden", 403, "not-permitted")]
    [InlineData("GET", "/api/late", 409, "changed-meanwhile")]
    public async Task Programs_get_a_stable_code_and_nothing_of_the_inside(string verb, string path, int status, string code)
    {
        await using var server = await HardenedServer.Start(map: app =>
        {
            app.MapMethods("/api/fails", ["GET", "POST"], string () => throw new InvalidOperationException("inner-secret"));
            app.MapGet("/api/number/{n}", (int n) => n);
            app.MapGet("/api/forbidden", () => Results.StatusCode(403));
            app.MapGet("/api/late", () => Results.StatusCode(409));
        });
        using var client = server.Client();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), new Uri(path, UriKind.Relative)), Ct);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(["code", "detail", "reference", "status", "title", "type"], problem.RootElement.EnumerateObject().Select(p => p.Name).Order());
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_stay_pages()
    {
        await using var server = await HardenedServer.Start();
        using var client = server.Client();
        using var answer = await client.GetAsync(new Uri("/apiary", UriKind.Relative), Ct);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("GET", "/health/live", "live")]
    [InlineData("GET", "/health/ready", "ready")]
    [InlineData("HEAD", "/health/ready", "")]
    public async Task Monitors_get_a_word(string verb, string path, string word)
    {
        await using var server = await HardenedServer.Start();
        using var client = server.Client();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), new Uri(path, UriKind.Relative)), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(word, await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Without_its_database_the_program_lives_but_is_not_ready()
    {
        var directory = Directory.CreateTempSubdirectory("resmon-health-");
        try
        {
            var gone = new DatabaseChoice.Sqlite(Path.Combine(directory.FullName, "gone", "resmon.db"));
            await using var app = Overview.WebServer.Build(new DataDirectory(directory.FullName), gone, HardenedServer.Options, Overview.ServerMode.Demonstration);
            await app.StartAsync(Ct);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Equal("not ready", await ready.Content.ReadAsStringAsync(Ct));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void An_old_runtime_is_named_and_a_new_one_is_not()
    {
        Assert.Contains("10.0.12", RuntimeVersion.Warning(new Version(10, 0, 12)), StringComparison.Ordinal);
        Assert.Null(RuntimeVersion.Warning(new Version(10, 0, 13)));
        Assert.Null(RuntimeVersion.Warning(new Version(11, 0, 0)));
    }
}
