using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Lab;

/// <summary>The real application, as the web server composes it, without listening; started the way the program starts.</summary>
public sealed class LabApp : IAsyncDisposable
{
    private readonly DataDirectory directory;
    private readonly Microsoft.AspNetCore.Builder.WebApplication app;

    public LabApp(string data, DatabaseChoice.Postgres? postgres)
    {
        directory = new DataDirectory(data);
        app = WebServer.Build(directory, (DatabaseChoice?)postgres ?? new DatabaseChoice.Sqlite(directory.DatabaseFile), "http://127.0.0.1:0");
    }

    public IKeyManager Keys => app.Services.GetRequiredService<IKeyManager>();

    public string DatabaseFile => directory.DatabaseFile;

    public async Task Start(CancellationToken ct)
    {
        directory.Prepare();
        try
        {
            await Use<Database, bool>(async (database, token) => { await database.Prepare(token); return true; }, ct);
        }
        catch (StartProblem problem)
        {
            throw new InvalidOperationException(problem.Refusal.Sentence, problem);
        }
    }

    /// <summary>Runs a piece of work in a scope of its own, as a request would.</summary>
    public async Task<TResult> Use<TService, TResult>(Func<TService, CancellationToken, Task<TResult>> work, CancellationToken ct) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>(), ct);
    }

    /// <summary>The same as somebody else.</summary>
    public async Task<TResult> UseAs<TService, TResult>(Actor actor, Func<TService, CancellationToken, Task<TResult>> work, CancellationToken ct) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return await work(scope.ServiceProvider.GetRequiredService<TService>(), ct);
    }

    /// <summary>Closes the connections to the file that wait to be used again.</summary>
    public Task Rest(CancellationToken ct) => Use<AppDb, bool>((db, _) =>
    {
        if (db.Database.GetDbConnection() is SqliteConnection connection) SqliteConnection.ClearPool(connection);
        return Task.FromResult(true);
    }, ct);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
