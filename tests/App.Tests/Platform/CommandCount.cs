using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>Counts the commands that requests send to one database; work beside the requests and other tests do not count.</summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Listener = "Microsoft.EntityFrameworkCore";
    private static readonly HttpContextAccessor Requests = new();
    private readonly string database;
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    public CommandCount(DatabaseChoice choice)
    {
        database = choice switch
        {
            DatabaseChoice.Postgres postgres => new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Database!,
            DatabaseChoice.Sqlite sqlite => sqlite.File,
            _ => throw new InvalidOperationException("An unknown kind of database."),
        };
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many commands a piece of work was.</summary>
    public async Task<int> Of(Func<Task> work)
    {
        var before = count;
        await work();
        return count - before;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Listener) subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData { Command.Connection: { } connection } || Requests.HttpContext is null) return;
        if ((connection is SqliteConnection ? connection.DataSource : connection.Database) == database) Interlocked.Increment(ref count);
    }

    public void OnCompleted()
    {
        // The listener lives as long as the process.
    }

    public void OnError(Exception error)
    {
        // The framework reports none.
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
