using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Layout;

/// <summary>The real server on a free port, with files from where the build put them.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("resmon-ui-");
    private WebApplication app = default!;

    public async ValueTask InitializeAsync()
    {
        var data = DataDirectory.Resolve(directory.FullName);
        data.Prepare();
        app = WebServer.Build(data, DatabaseChoice.Resolve(data), "http://127.0.0.1:0");
        app.MapGet("/fails", string () => throw new InvalidOperationException("secret"));
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Database>().Prepare(CancellationToken.None);
        await app.StartAsync();
    }

    /// <summary>A browser with its own cookies that does not follow redirects.</summary>
    public HttpClient Browser(string language)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }
}
