using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Api;

/// <summary>The description says everything programs can ask for, the stored copy is the same, and the examples of docs/api.md work.</summary>
public sealed partial class ApiDocumentTests
{
    private static readonly string Stored = Path.Combine(SharedData.Root, "docs", "api", "openapi.json");
    private static readonly string Page = Path.Combine(SharedData.Root, "docs", "api.md");

    [Fact]
    public async Task The_stored_description_is_the_one_the_server_gives()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await using var host = await ApiHost.Start(app);
        var given = (await host.Send(null, "GET", "/api/v1/openapi.json")).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var copy = Path.Combine(Path.GetTempPath(), "openapi.json");
        await File.WriteAllTextAsync(copy, given, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Stored) && await File.ReadAllTextAsync(Stored, TestContext.Current.CancellationToken) == given,
            $"The interface has changed. If that is meant, copy {copy} to docs/api/openapi.json.");
    }

    [Fact]
    public async Task The_description_is_made_once_whoever_asks()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await using var host = await ApiHost.Start(app);
        var made = 0;
        host.Server.Services.GetRequiredService<IOptionsMonitor<OpenApiOptions>>().Get("v1").AddDocumentTransformer((_, _, _) =>
        {
            Interlocked.Increment(ref made);
            return Task.CompletedTask;
        });
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.Send(null, "GET", "/api/v1/openapi.json", null, ("Accept-Language", i % 2 == 0 ? "de" : "en"))));
        Assert.Single(answers.Select(a => $"{a.Status} {a.Type} {a.Text}").Distinct());
        Assert.Equal((200, "application/json", 1), (answers[0].Status, answers[0].Type, made));
    }

    [Fact]
    public async Task Every_endpoint_for_programs_is_described()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await using var host = await ApiHost.Start(app);
        var described = (await host.Operations()).Select(o => $"{o.Verb} {o.Path}").ToHashSet();
        var there = host.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => Programs().IsMatch(e.RoutePattern.RawText!) && !e.RoutePattern.RawText!.EndsWith("/openapi.json", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(v => $"{v} {e.RoutePattern.RawText}")).ToHashSet();
        Assert.Contains("GET /progress/{key}", there);
        Assert.Contains("GET /health/ready", there);
        Assert.Equal(there.Order(), described.Order());
        Assert.All((await host.Operations()).Where(o => o.Path.StartsWith("/api/", StringComparison.Ordinal)), o => Assert.NotNull(o.Permission));
    }

    [Fact]
    public async Task Every_operation_says_how_it_refuses_and_who_may()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await using var host = await ApiHost.Start(app);
        var document = (await host.Send(null, "GET", "/api/v1/openapi.json")).Json;
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Equal("bearer", (string)document["components"]!["securitySchemes"]!["token"]!["scheme"]!);
        var problems = document["components"]!["responses"]!.AsObject();
        Assert.All(problems, p => Assert.NotNull(p.Value!["content"]!["application/problem+json"]!["example"]!["code"]));
        foreach (var (path, verbs) in document["paths"]!.AsObject().Where(p => p.Key.StartsWith("/api/", StringComparison.Ordinal)))
            foreach (var (verb, operation) in verbs!.AsObject())
            {
                var responses = operation!["responses"]!.AsObject();
                foreach (var status in new[] { "401", "403", "422", "429" })
                    Assert.Equal($"#/components/responses/Problem{status}", (string?)responses[status]?["$ref"]);
                Assert.NotEmpty(operation["security"]!.AsArray());
                Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), path);
                Assert.False(string.IsNullOrEmpty((string?)operation["operationId"]), path);
            }
    }

    [Fact]
    public async Task The_examples_of_the_page_work()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var script = string.Join('\n', Examples().Matches(await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken)).Select(m => m.Groups[1].Value));
        Assert.True(script.Split("curl ").Length > 6, "Almost no example was found.");
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { RedirectStandardError = true, RedirectStandardOutput = true };
        (start.Environment["RESMON"], start.Environment["TOKEN"]) = (host.Address.ToString().TrimEnd('/'), await host.Token(towns.A, [Role.ContinuityOfficer]));
        start.WorkingDirectory = Directory.CreateTempSubdirectory("resmon-docs-").FullName;
        using var run = Process.Start(start)!;
        var (said, wrong) = (run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"{await said}\n{await wrong}");
        Directory.Delete(start.WorkingDirectory, recursive: true);
    }

    [GeneratedRegex("^/?(api|health)/|^/?progress/{key}$")]
    private static partial Regex Programs();

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
