using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Api;

/// <summary>A server with accounts over real HTTP on the database of a <see cref="TestApp"/>, and programs that ask it.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private static int people;

    private readonly string directory = Directory.CreateTempSubdirectory("resmon-api-").FullName;
    private readonly TestApp app;
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private ApiHost(TestApp app)
    {
        this.app = app;
        Server = WebServer.Build(new DataDirectory(directory), app.Choice, new WebHardeningOptions("http://127.0.0.1:0"), ServerMode.Accounts);
    }

    public WebApplication Server { get; }

    public Uri Address => new(Server.Urls.First());

    public static async Task<ApiHost> Start(TestApp app)
    {
        var host = new ApiHost(app);
        await host.Server.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>A token made by somebody who has just joined the body in these roles; without scopes, with all they can give it.</summary>
    public async Task<string> Token(BodyId body, Role[] roles, params string[] scopes)
    {
        var maker = await app.Join(body, $"maker{Interlocked.Increment(ref people)}", roles);
        await using var unit = Server.Services.CreateAsyncScope();
        var now = unit.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        // Not every role may make tokens; what counts later is what the maker may at that moment.
        var actor = maker with { SignedInAt = now, May = p => p == People.Tokens || maker.May(p) };
        unit.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        var held = unit.ServiceProvider.GetRequiredService<PermissionList>().HeldBy(maker).Select(p => p.Code);
        return (await unit.ServiceProvider.GetRequiredService<CreateToken>().Run("Leitstand", [.. scopes.Length > 0 ? scopes : held], now + Duration.FromDays(1), TestContext.Current.CancellationToken)).Value;
    }

    public async Task<ApiAnswer> Send(string? token, string verb, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(Address, path));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiAnswer((int)response.StatusCode, response.Headers.ETag?.ToString() ?? "", response.Content.Headers.ContentType?.MediaType, text);
    }

    public async Task<IReadOnlyList<ApiOperationOfDocument>> Operations()
    {
        var document = (await Send(null, "GET", "/api/v1/openapi.json")).Json;
        return [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()
            .Select(o => new ApiOperationOfDocument(o.Key.ToUpperInvariant(), p.Key, (string?)o.Value!["x-permission"], o.Value["requestBody"] is not null)))];
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }
}

internal sealed record ApiAnswer(int Status, string ETag, string? Type, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => Type == "application/problem+json" ? (string?)Json["code"] : null;

    /// <summary>All there is to see of it, apart from the number of the request.</summary>
    public string Seen
    {
        get
        {
            if (Type != "application/problem+json") return $"{Status} {Type} {ETag} {Text}";
            var problem = Json.AsObject();
            problem.Remove("reference");
            return $"{Status} {Type} {ETag} {problem.ToJsonString()}";
        }
    }
}

internal sealed record ApiOperationOfDocument(string Verb, string Path, string? Permission, bool TakesBody)
{
    public string Address(string body) => Path.Replace("{body}", Uri.EscapeDataString(body), StringComparison.Ordinal)
        .Replace("{key}", "own", StringComparison.Ordinal).Replace("{user}", Guid.Empty.ToString(), StringComparison.Ordinal)
        .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{change}", Guid.Empty.ToString(), StringComparison.Ordinal);
}
