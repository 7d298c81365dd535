using Microsoft.Data.Sqlite;
using NodaTime;
using ResilienceMonitor.Platform.Backup.Contents;
using ResilienceMonitor.Platform.Data.Upgrade;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup.Sqlite;

/// <summary>The database file in the data directory, as what is backed up and restored.</summary>
internal sealed class SqliteStore(string database, IClock clock, StepReached reached) : IStore
{
    public async Task<(BackupHeader Header, BackupManifest Manifest)> Write(PartWriter parts, ScratchDirectory scratch, CancellationToken ct)
    {
        if (!File.Exists(database)) throw BackupRefusedException.Because("nothing-to-back-up", database);
        var copy = scratch.File("copy.db");
        var (header, manifest) = Copy(copy, ct);
        reached("copied");
        parts.WriteJson(PartWriter.Header, header);
        parts.Begin(PartWriter.Database);
        await using (var stream = File.OpenRead(copy))
        {
            var buffer = new byte[1 << 20];
            for (var read = await stream.ReadAsync(buffer, ct); read > 0; read = await stream.ReadAsync(buffer, ct)) parts.Write(buffer.AsSpan(0, read));
        }

        parts.End();
        reached("half-written");
        parts.WriteJson(PartWriter.Manifest, manifest);
        return (header, manifest);
    }

    public Task<BackupManifest> Try(BackupHeader header, PartReader parts, ScratchDirectory scratch, CancellationToken ct) =>
        Task.FromResult(Rebuild(parts, scratch.File("trial.db"), ct));

    public Task<IPreparedRestore> Prepare(BackupHeader header, PartReader parts, ScratchDirectory scratch, bool replace, CancellationToken ct)
    {
        if (Path.Exists(database) && !replace) throw BackupRefusedException.Because("target-not-empty", database);
        var alone = new InstallationLock(database);
        if (!alone.TryAlone()) throw BackupRefusedException.Because("in-use", database);
        try
        {
            return Task.FromResult<IPreparedRestore>(Prepare(header, parts, scratch, alone, ct));
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    private SqlitePrepared Prepare(BackupHeader header, PartReader parts, ScratchDirectory scratch, InstallationLock alone, CancellationToken ct)
    {
        var fresh = scratch.File("restored.db");
        var manifest = Rebuild(parts, fresh, ct);
        reached("rebuilt");
        EndSessions(fresh);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        DurableFile.Flush(fresh);
        reached("sessions-ended");
        return new SqlitePrepared(database, fresh, scratch, alone, new RestoredBackup(header.Made(), manifest.Tables.Count, manifest.Rows, null), clock, reached);
    }

    // One read transaction sees one state: copy and digests are of the same moment, however much is written meanwhile.
    private (BackupHeader Header, BackupManifest Manifest) Copy(string copy, CancellationToken ct)
    {
        using var source = SqliteFile.Open(database, SqliteOpenMode.ReadWrite);
        using var target = SqliteFile.Open(copy, SqliteOpenMode.ReadWriteCreate);
        source.Execute("BEGIN");
        var schema = source.SchemaVersion();
        var header = new BackupHeader(BackupHeader.CurrentFormat, Product.Version, schema, clock.GetCurrentInstant().ToUnixTimeTicks() / 10, DatabaseKind.Sqlite, null);
        if (source.FirstFault("integrity_check") is { } sick) throw BackupRefusedException.Because("database-damaged", sick);
        reached("snapshot");
        source.BackupDatabase(target);
        var manifest = SqliteContents.Of(source, ct);
        source.Execute("COMMIT");

        // Without the log of the copy and without what was deleted: pages that are free may still hold old contents.
        target.Execute("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; VACUUM;");
        if (target.FirstFault("integrity_check") is { } fault) throw BackupRefusedException.Because("copy-damaged", fault);
        if (Difference(manifest, SqliteContents.Of(target, ct)) is { } table) throw BackupRefusedException.Because("copy-differs", table);
        return (header, manifest);
    }

    private static BackupManifest Rebuild(PartReader parts, string file, CancellationToken ct)
    {
        if (parts.Next() != PartWriter.Database) throw BackupRefusedException.Damaged;
        using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            var buffer = new byte[1 << 20];
            for (var read = parts.Read(buffer); read > 0; read = parts.Read(buffer))
            {
                ct.ThrowIfCancellationRequested();
                stream.Write(buffer, 0, read);
            }

            stream.Flush(flushToDisk: true);
        }

        var manifest = parts.ReadJson<BackupManifest>(PartWriter.Manifest);
        using var connection = SqliteFile.Open(file, SqliteOpenMode.ReadOnly);
        if (connection.FirstFault("integrity_check") is { } fault) throw BackupRefusedException.Because("copy-damaged", fault);
        if (Difference(manifest, SqliteContents.Of(connection, ct)) is { } table) throw BackupRefusedException.Because("copy-differs", table);
        return manifest;
    }

    private static string? Difference(BackupManifest expected, BackupManifest found) =>
        expected.FirstDifference(found.Tables) ?? (expected.SchemaDigest == found.SchemaDigest ? null : "sqlite_master");

    private static void EndSessions(string file)
    {
        using var connection = SqliteFile.Open(file, SqliteOpenMode.ReadWrite);
        connection.Execute("BEGIN IMMEDIATE");
        foreach (var table in SessionTables.Names.Where(connection.HasTable)) connection.Execute($"DELETE FROM {table}");
        connection.Execute("COMMIT");
    }
}
