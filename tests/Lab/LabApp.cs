using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Lab;

/// <summary>The real application, as the web server composes it, without listening; started the way the program starts.</summary>
public sealed class LabApp : IAsyncDisposable
{
    private readonly DataDirectory directory;
    private readonly Microsoft.AspNetCore.Builder.WebApplication app;

    public LabApp(string data, string? postgres)
    {
        directory = new DataDirectory(data);
        DatabaseChoice choice = postgres is null ? new DatabaseChoice.Sqlite(directory.DatabaseFile) : new DatabaseChoice.Postgres(postgres);
        app = WebServer.Build(directory, choice, "http://127.0.0.1:0");
    }

    public IKeyManager Keys => app.Services.GetRequiredService<IKeyManager>();

    public string DatabaseFile => directory.DatabaseFile;

    public async Task Start(CancellationToken ct)
    {
        directory.Prepare();
        await Use<Database, bool>(async (database, token) => { await database.Prepare(token); return true; }, ct);
    }

    /// <summary>Runs a piece of work in a scope of its own, as a request would.</summary>
    public async Task<TResult> Use<TService, TResult>(Func<TService, CancellationToken, Task<TResult>> work, CancellationToken ct) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>(), ct);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
