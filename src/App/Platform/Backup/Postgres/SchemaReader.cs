using System.Security.Cryptography;
using System.Text;
using Npgsql;
using ResilienceMonitor.Platform.Backup.Contents;

namespace ResilienceMonitor.Platform.Backup.Postgres;

/// <summary>
/// Reads from the catalogue of the server how the tables of the current schema are made, so that tables added later are in the backup without being named.
/// What it does not know is refused: an incomplete backup must not look like a good one.
/// </summary>
internal static class SchemaReader
{
    public static async Task<SchemaStatements> Read(NpgsqlConnection connection, CancellationToken ct)
    {
        var before = await All(connection, [CatalogueQueries.Functions, CatalogueQueries.Sequences, CatalogueQueries.Tables], ct);
        var after = await All(connection, [CatalogueQueries.SequenceOwners, CatalogueQueries.Constraints, CatalogueQueries.Indexes, CatalogueQueries.Views, CatalogueQueries.Triggers, CatalogueQueries.Policies, CatalogueQueries.Rights], ct);
        return new SchemaStatements(connection.PostgreSqlVersion.Major, await connection.Texts(CatalogueQueries.Roles, ct), before, await Tables(connection, ct), after);
    }

    /// <exception cref="BackupRefusedException">There is something in the database that a backup would leave out.</exception>
    public static async Task MustBeComplete(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await connection.Text(CatalogueQueries.Unknown, ct) is { } unknown) throw BackupRefusedException.Because("schema-unknown", unknown);
    }

    public static Task<List<string>> Sequences(NpgsqlConnection connection, CancellationToken ct) => connection.Texts(CatalogueQueries.SequenceValues, ct);

    /// <summary>Rights are given again but not compared: the place of a restore may give further ones by itself.</summary>
    public static IEnumerable<string> Compared(SchemaStatements schema) =>
        schema.Before.Concat(schema.After).Where(s => !s.StartsWith("GRANT ", StringComparison.Ordinal) && !s.StartsWith("REVOKE ", StringComparison.Ordinal));

    public static string Digest(SchemaStatements schema) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', Compared(schema)))));

    private static async Task<List<string>> All(NpgsqlConnection connection, IEnumerable<string> queries, CancellationToken ct)
    {
        var statements = new List<string>();
        foreach (var query in queries) statements.AddRange(await connection.Texts(query, ct));
        return statements;
    }

    private static async Task<List<CopiedTable>> Tables(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(CatalogueQueries.Columns, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tables = new List<CopiedTable>();
        while (await reader.ReadAsync(ct)) tables.Add(new CopiedTable(reader.GetString(0), reader.GetFieldValue<string[]>(1)));
        return tables;
    }
}
