using System.Data;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>Takes the durable settings away again before each transaction, behind the back of the program.</summary>
public sealed class WeakenedSqlite(string settings) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const int Busy = 5;

    /// <summary>From now on, until the process ends. Null for flaws that are not about the database.</summary>
    public static void Install(string? flaw)
    {
        var settings = flaw switch
        {
            Flaw.SynchronousNormal => "PRAGMA synchronous=NORMAL",
            Flaw.DeleteFull => "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL",
            _ => null,
        };
        if (settings is not null) DiagnosticListener.AllListeners.Subscribe(new WeakenedSqlite(settings));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.TransactionStarting.Name || value.Value is not DbContextEventData { Context: { } context }) return;
        var connection = context.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open) return;
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two constants above.
        command.CommandText = settings;
#pragma warning restore CA2100
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == Busy)
        {
            // Another connection is writing, and the journal's mode is changed only by one alone: this transaction keeps it.
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
