using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Backup.Sealing;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>An application, a place for its backups, and empty installations to restore to.</summary>
internal sealed class Backups(TestApp app) : IDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Place { get; } = Directory.CreateTempSubdirectory("resmon-backups-").FullName;

    public BackupKey Key { get; } = BackupKey.OfBytes(new byte[BackupKey.KeyBytes]);

    public StepReached Reached { get; set; } = _ => { };

    public DataDirectory Directory_ => new(Path.Combine(Place, "data"));

    public Task<Result<ProvenBackup>> Make(string? to = null, int? keep = null) =>
        new MakeBackup(Directory_, app.Choice, new BackupProofs(Directory_), app.Clock, Reached).Run(to ?? Path.Combine(Place, "a.backup"), Key, keep, Ct);

    public async Task<string> Made()
    {
        var made = await Make();
        Assert.Null(made.Refusal?.Sentence);
        return made.Value.File;
    }

    public Task<Result<ProvenBackup>> Verify(string file, BackupKey? key = null) =>
        new VerifyBackup(Directory_, app.Choice, new BackupProofs(Directory_), app.Clock, Reached).Run(file, key ?? Key, Ct);

    public Task<Result<RestoredBackup>> Restore(string file, DatabaseChoice target, bool replace = false) =>
        new RestoreBackup(DirectoryOf(target), target, app.Clock, Reached).Run(file, Key, replace, Ct);

    /// <summary>An empty place for the same kind of database.</summary>
    public DatabaseChoice Fresh() => app.Choice is DatabaseChoice.Sqlite
        ? new DatabaseChoice.Sqlite(Path.Combine(Place, $"fresh-{Guid.CreateVersion7():N}", "resmon.db"))
        : PostgresServer.Instance!.NewDatabase();

    public DataDirectory DirectoryOf(DatabaseChoice choice) => choice is DatabaseChoice.Sqlite sqlite ? new(Path.GetDirectoryName(sqlite.File)!) : Directory_;

    /// <summary>A connection somebody else has open.</summary>
    public static async Task<DbConnection> Open(DatabaseChoice choice)
    {
        var connection = Connection(choice);
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = choice is DatabaseChoice.Sqlite ? "SELECT count(*) FROM sqlite_master" : "SELECT 1";
        await command.ExecuteScalarAsync(Ct);
        return connection;
    }

    public static async Task Execute(DatabaseChoice choice, string sql)
    {
        await using var connection = await Open(choice);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }

    public static async Task<string> Ask(DatabaseChoice choice, string sql)
    {
        await using var connection = await Open(choice);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var text = new StringBuilder();
        while (await reader.ReadAsync(Ct))
        {
            for (var i = 0; i < reader.FieldCount; i++)
                text.Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).Append('|');
            text.AppendLine();
        }

        return text.ToString();
    }

    /// <summary>All rows of all tables the model of the program knows, as text: an answer that shares no code with the backup.</summary>
    public async Task<string> Everything(DatabaseChoice choice)
    {
        var tables = await app.Use<AppDb, List<string>>((db, _) => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList()));
        Assert.Contains("bodies", tables);
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            var rows = (await Ask(choice, $"SELECT * FROM {table}")).Split('\n').Order(StringComparer.Ordinal);
            text.AppendLine(table).AppendJoin('\n', rows).AppendLine();
        }

        return text.ToString();
    }

    /// <summary>Lets go of what the application keeps open.</summary>
    public static void Disconnect(DatabaseChoice choice)
    {
        SqliteConnection.ClearAllPools();
        if (choice is DatabaseChoice.Postgres postgres) NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres.ConnectionString));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Place, recursive: true);
    }

    // As the owner, who says so; outside every pool: an idle connection of the test itself would stand in the way of a restore.
    private static DbConnection Connection(DatabaseChoice choice) => choice switch
    {
        DatabaseChoice.Sqlite sqlite => new SqliteConnection($"Data Source={sqlite.File};Pooling=False"),
        DatabaseChoice.Postgres postgres => new NpgsqlConnection((postgres.Owner ?? postgres.ConnectionString) + ";Pooling=False;Options=-c resmon.maintenance=yes"),
        _ => throw new NotSupportedException(),
    };
}
