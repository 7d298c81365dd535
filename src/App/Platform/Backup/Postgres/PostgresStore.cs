using System.Data;
using NodaTime;
using Npgsql;
using ResilienceMonitor.Platform.Backup.Contents;

namespace ResilienceMonitor.Platform.Backup.Postgres;

/// <summary>A database on a server, as what is backed up and restored. It needs no program of the server, only a connection of the owner of the tables.</summary>
internal sealed class PostgresStore(string ownerConnection, IClock clock, StepReached reached) : IStore
{
    private const string TrialSchema = "resmon_trial_restore";
    private const int Waits = 25;
    private const int WaitMilliseconds = 200;

    public async Task<(BackupHeader Header, BackupManifest Manifest)> Write(PartWriter parts, ScratchDirectory scratch, CancellationToken ct)
    {
        await using var connection = await PostgresSession.Open(ownerConnection, ct);
        await connection.Within(await Schema(connection, ct), ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await connection.Execute("SET TRANSACTION READ ONLY", ct);
        var version = await SchemaVersion(connection, ct);
        if (await connection.Text(CatalogueQueries.Filtered, ct) is { } filtered) throw BackupRefusedException.Because("owner-needed", filtered);
        reached("snapshot");
        await SchemaReader.MustBeComplete(connection, ct);
        var schema = await SchemaReader.Read(connection, ct);
        await connection.Execute($"LOCK TABLE {string.Join(", ", schema.Tables.Select(t => PostgresSession.Name(t.Name)))} IN ACCESS SHARE MODE", ct);
        var header = new BackupHeader(BackupHeader.CurrentFormat, Product.Version, version, clock.GetCurrentInstant().ToUnixTimeTicks() / 10, DatabaseKind.PostgreSql, schema);
        parts.WriteJson(PartWriter.Header, header);
        var digests = new List<TableDigest>();
        foreach (var table in schema.Tables)
        {
            parts.Begin(PartWriter.TablePrefix + table.Name);
            digests.Add(await TableCopy.Out(connection, table, parts.Write, ct));
            parts.End();
            if (digests.Count == 1) reached("half-written");
        }

        reached("copied");
        var manifest = new BackupManifest(SchemaReader.Digest(schema), digests, await SchemaReader.Sequences(connection, ct));
        parts.WriteJson(PartWriter.Manifest, manifest);
        return (header, manifest);
    }

    /// <summary>In a schema of its own inside a transaction that is never committed: nobody sees it, and a killed trial leaves nothing.</summary>
    public async Task<BackupManifest> Try(BackupHeader header, PartReader parts, ScratchDirectory scratch, CancellationToken ct)
    {
        await using var connection = await PostgresSession.Open(ownerConnection, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute($"CREATE SCHEMA {TrialSchema}", ct);
        await connection.Within(TrialSchema, ct);
        return await new PostgresRebuild(connection, TrialSchema).Run(header, parts, ct);
    }

    public async Task<IPreparedRestore> Prepare(BackupHeader header, PartReader parts, ScratchDirectory scratch, bool replace, CancellationToken ct)
    {
        var connection = await PostgresSession.Open(ownerConnection, ct);
        try
        {
            var schema = await Schema(connection, ct);
            await connection.Within(schema, ct);
            await MustBeAlone(connection, ct);
            var transaction = await connection.BeginTransactionAsync(ct);
            var aside = await SetAside(connection, replace, ct);
            reached("old-aside");
            var manifest = await new PostgresRebuild(connection, schema).Run(header, parts, ct, EndSessions);
            reached("rebuilt");
            return new PostgresPrepared(connection, transaction, new RestoredBackup(header.Made(), manifest.Tables.Count, manifest.Rows, aside), reached);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> Schema(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.Text("SELECT current_schema()::text WHERE current_schema() IS NOT NULL", ct) ?? throw BackupRefusedException.Because("database-foreign");

    private static async Task<int> SchemaVersion(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await connection.Text("SELECT to_regclass('installation')::text WHERE to_regclass('installation') IS NOT NULL", ct) is null) throw BackupRefusedException.Because("database-foreign");
        return await connection.Text("SELECT schema_version::text FROM installation ORDER BY id LIMIT 1", ct) is { } version
            ? int.Parse(version, System.Globalization.CultureInfo.InvariantCulture)
            : throw BackupRefusedException.Because("database-foreign");
    }

    // A server that goes on with what it remembers would mix two states. One that was just stopped takes a moment to go.
    private static async Task MustBeAlone(NpgsqlConnection connection, CancellationToken ct)
    {
        var others = await Others(connection, ct);
        for (var wait = 0; wait < Waits && others != "0"; wait++)
        {
            await Task.Delay(WaitMilliseconds, ct);
            others = await Others(connection, ct);
        }

        if (others != "0") throw BackupRefusedException.Because("connections-open", others!);
    }

    private static Task<string?> Others(NpgsqlConnection connection, CancellationToken ct) =>
        connection.Text("SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'", ct);

    private async Task<string?> SetAside(NpgsqlConnection connection, bool replace, CancellationToken ct)
    {
        var moves = await connection.Texts(CatalogueQueries.MoveAside, ct);
        if (moves.Count == 0) return null;
        if (!replace) throw BackupRefusedException.Because("target-not-empty", connection.Database);
        var aside = $"before_restore_{FileTime.Of(clock.GetCurrentInstant()).Replace('-', '_')}";
        await connection.Execute($"CREATE SCHEMA {aside}", ct);
        foreach (var move in moves) await connection.Execute(move.Replace(CatalogueQueries.SchemaPlace, aside, StringComparison.Ordinal), ct);
        return aside;
    }

    private static async Task EndSessions(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var table in SessionTables.Names)
            if (await connection.Text($"SELECT to_regclass('{table}')::text WHERE to_regclass('{table}') IS NOT NULL", ct) is not null)
                await connection.Execute($"DELETE FROM {table}", ct);
    }
}
