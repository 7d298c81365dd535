using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

/// <summary>A server with accounts and identity providers over real HTTP, two towns, and one local account.</summary>
internal sealed class OidcSite : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-oidc-").FullName;
    private readonly WebApplication server;

    private OidcSite(TestApp app, object configuration)
    {
        File.WriteAllText(Path.Combine(directory, "identity-providers.json"), JsonSerializer.Serialize(configuration));
        server = WebServer.Build(new DataDirectory(directory), app.Choice, new WebHardeningOptions("http://127.0.0.1:0"), ServerMode.Accounts);
    }

    public required BodyId Town { get; init; }

    public required BodyId Other { get; init; }

    public Uri Address => new(server.Urls.First());

    public IServiceProvider Services => server.Services;

    /// <param name="app">Whose database.</param>
    /// <param name="providers">Key and issuer of each.</param>
    public static async Task<OidcSite> Start(TestApp app, params (string Key, string Issuer)[] providers)
    {
        var (town, other) = (await AddTown(app, "ags:05958004"), await AddTown(app, "ags:05958008"));
        await app.UseAs<IServiceProvider, Person>(Actor.Nobody, (services, _) => Person.In(services));
        var site = new OidcSite(app, new
        {
            providers = providers.Select(p => new
            {
                key = p.Key,
                name = $"Kreis {p.Key}",
                issuer = p.Issuer,
                clientId = "resmon",
                clientSecret = NodeProvider.Secret,
                scopes = new[] { "profile", "groups" },
                groups = new object[]
                {
                    new { group = "bcm", body = "ags:05958004", roles = new[] { "continuityOfficer" } },
                    new { group = "it", body = "ags:05958004", roles = new[] { "it", "reader" } },
                    new { group = "other", body = "ags:05958008", roles = new[] { "reader" } },
                    new { group = "nowhere", body = "ags:99999999", roles = new[] { "reader" } },
                },
            }),
        })
        { Town = town, Other = other };
        await site.server.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public Browser Open() => new(Address);

    /// <summary>Everybody who belongs to a town, with roles; the account comes from the provider.</summary>
    public async Task<IReadOnlyList<Member>> MembersOf(BodyId body)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.House(body));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db.Set<Member>().Where(m => m.BodyId == body).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<BodyId> AddTown(TestApp app, string key)
    {
        await app.CreateTown(key, 18_000);
        return await app.Use<AppDb, BodyId>((db, ct) => db.Bodies.Where(b => b.Key == key).Select(b => b.BodyId).SingleAsync(ct));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }
}
