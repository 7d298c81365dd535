using Npgsql;

namespace ResilienceMonitor.Platform.Backup.Postgres;

/// <summary>A connection of the owner of the tables, outside every pool, with settings under which equal values are written alike.</summary>
internal static class PostgresSession
{
    private const string Settings = """
        SET resmon.maintenance = 'yes';
        SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
        SET extra_float_digits = 3; SET bytea_output = 'hex'; SET statement_timeout = 0; SET lock_timeout = '30s'; SET check_function_bodies = off
        """;

    public static async Task<NpgsqlConnection> Open(string connectionString, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Multiplexing = false, CommandTimeout = 0 }.ToString());
        try
        {
            await connection.OpenAsync(ct);
            await connection.Execute(Settings, ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static async Task Execute(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<List<string>> Texts(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(ct)) texts.Add(reader.GetString(0));
        return texts;
    }

    public static async Task<string?> Text(this NpgsqlConnection connection, string sql, CancellationToken ct) => (await connection.Texts(sql, ct)).FirstOrDefault();

    /// <summary>Puts everything named without a schema into this one, and only there.</summary>
    public static Task Within(this NpgsqlConnection connection, string schema, CancellationToken ct) => connection.Execute($"SET search_path = {Name(schema)}", ct);

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
