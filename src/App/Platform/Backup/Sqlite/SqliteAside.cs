using Microsoft.Data.Sqlite;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup.Sqlite;

/// <summary>
/// Keeps a copy of the old database before the new one takes its name. The old file stays where it is until then, without a
/// log beside it: a log of the old database would be played into the new one.
/// </summary>
internal sealed class SqliteAside(string database, string aside, StepReached reached)
{
    public static readonly IReadOnlyList<string> Logs = ["-wal", "-shm", "-journal"];

    private const int Busy = 5;
    private const int Locked = 6;

    /// <exception cref="BackupRefusedException">Another process has the database open.</exception>
    public async Task Run(ScratchDirectory scratch, CancellationToken ct)
    {
        var wasReadable = IsDatabase() && LogTakenIn();
        await Keep(database, aside, scratch, ct);
        reached("old-kept");
        if (wasReadable) return;
        foreach (var suffix in Logs)
        {
            if (!File.Exists(database + suffix)) continue;
            await Keep(database + suffix, aside + suffix, scratch, ct);
            File.Delete(database + suffix);
        }

        DurableFile.FlushDirectoryOf(database);
    }

    // SQLite deletes the log beside a file it does not know; so such a file is not even opened.
    private bool IsDatabase()
    {
        Span<byte> begin = stackalloc byte[16];
        using var stream = new FileStream(database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && begin.SequenceEqual("SQLite format 3\0"u8);
    }

    /// <summary>Takes the log into the file, which only succeeds when nobody else has it open; false when the old database cannot be read at all.</summary>
    private bool LogTakenIn()
    {
        try
        {
            using var connection = SqliteFile.Open(database, SqliteOpenMode.ReadWrite);
            connection.DefaultTimeout = 3;
            connection.Execute("PRAGMA locking_mode=EXCLUSIVE");
            if (connection.Value("PRAGMA journal_mode=DELETE") as string != "delete") throw BackupRefusedException.Because("in-use", database);
            connection.Execute("BEGIN EXCLUSIVE; COMMIT");
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked)
        {
            throw BackupRefusedException.Because("in-use", database);
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static async Task Keep(string from, string to, ScratchDirectory scratch, CancellationToken ct)
    {
        var part = scratch.File("aside");
        await using (var source = File.OpenRead(from))
        {
            await using var target = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None);
            await source.CopyToAsync(target, ct);
            target.Flush(flushToDisk: true);
        }

        DurableFile.Move(part, to);
    }
}
