using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Backup.Sqlite;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>The database as a file: readable, ours, whole, and opened by the program so that nothing acknowledged is lost.</summary>
internal sealed class SqliteExamination(string file, AppDb db, IClock clock) : IExamination
{
    private const long SyncedAtEveryCommit = 2;

    public async Task<IReadOnlyList<Finding>> Run(CancellationToken ct)
    {
        if (!File.Exists(file)) return [Finding.Of("database.missing", file)];
        var findings = new List<Finding>();
        try
        {
            var sound = Contents(findings);
            if (sound) await Settings(findings, ct);
        }
        catch (BackupRefusedException refused)
        {
            findings.Add(Finding.Of("database.foreign", file, refused.Refusal.Code));
        }
        catch (DbException e)
        {
            findings.Add(Finding.Of("database.unreadable", file, e.Message.ReplaceLineEndings(" ")));
        }

        var others = OpenElsewhere.Processes(file);
        if (others.Count > 1) findings.Add(Finding.Of("database.second-process", string.Join(", ", others)));
        return findings;
    }

    // A newer schema is for a newer program: this one does not look further.
    private bool Contents(List<Finding> findings)
    {
        using var connection = SqliteFile.Open(file, SqliteOpenMode.ReadWrite);
        if (connection.FirstFault("quick_check") is { } fault)
        {
            findings.Add(Finding.Of("database.damaged", file, fault));
            return false;
        }

        if (SchemaFinding.Of(connection.SchemaVersion()) is { } schema)
        {
            findings.Add(schema);
            return false;
        }

        if (connection.HasTable("events") && connection.Value("SELECT max(at) FROM events") is long last && ClockFinding.Of(last, clock) is { } late) findings.Add(late);
        return true;
    }

    private async Task Settings(List<Finding> findings, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        var journal = Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        command.CommandText = "PRAGMA synchronous";
        var synchronous = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        await db.Database.CloseConnectionAsync();
        if (journal != "wal" || synchronous < SyncedAtEveryCommit) findings.Add(Finding.Of("database.settings", journal ?? "?", synchronous));
    }
}
