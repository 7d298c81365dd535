using Microsoft.Data.Sqlite;

namespace ResilienceMonitor.Platform.Backup.Sqlite;

/// <summary>A connection of one's own to a database file: outside every pool, so that closing it lets go of the file.</summary>
internal static class SqliteFile
{
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static object? Value(this SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar();
    }

    /// <summary>What SQLite finds wrong with the file; null: nothing.</summary>
    public static string? FirstFault(this SqliteConnection connection, string check)
    {
        var answer = (string?)connection.Value($"PRAGMA {check}(1)");
        return answer == "ok" ? null : answer ?? "?";
    }

    /// <exception cref="BackupRefusedException">Not a database of this program.</exception>
    public static int SchemaVersion(this SqliteConnection connection) =>
        connection.HasTable("installation") && connection.Value("SELECT schema_version FROM installation ORDER BY id LIMIT 1") is long version
            ? (int)version
            : throw BackupRefusedException.Because("database-foreign");

    public static bool HasTable(this SqliteConnection connection, string table)
    {
        using var command = new SqliteCommand("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $name", connection);
        command.Parameters.AddWithValue("$name", table);
        return (long)command.ExecuteScalar()! > 0;
    }
}
