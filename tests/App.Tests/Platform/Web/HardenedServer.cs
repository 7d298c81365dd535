using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Web;

/// <summary>The real server on a free port and an empty database, with options and endpoints of the test.</summary>
internal sealed class HardenedServer : IAsyncDisposable
{
    private readonly string directory;
    private readonly WebApplication app;

    private HardenedServer(string directory, WebApplication app) => (this.directory, this.app) = (directory, app);

    public Uri Address => new(app.Urls.Single());

    public IServiceProvider Services => app.Services;

    public static async Task<HardenedServer> Start(WebHardeningOptions? options = null, Action<WebApplication>? map = null)
    {
        var directory = Directory.CreateTempSubdirectory("resmon-web-").FullName;
        var app = WebServer.Build(new DataDirectory(directory), new DatabaseChoice.Sqlite(Path.Combine(directory, "resmon.db")), options ?? Options, ServerMode.Demonstration);
        map?.Invoke(app);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Database>().Prepare(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new HardenedServer(directory, app);
    }

    public static WebHardeningOptions Options { get; } = new("http://127.0.0.1:0");

    /// <summary>A client with cookies that follows no redirect.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", "de");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }
}
