using Npgsql;
using ResilienceMonitor.Platform.Backup.Contents;

namespace ResilienceMonitor.Platform.Backup.Postgres;

/// <summary>Makes the tables of a backup in an empty schema, fills them, and compares what the server then has with what was backed up.</summary>
internal sealed class PostgresRebuild(NpgsqlConnection connection, string schema)
{
    /// <param name="header">What the backup holds.</param>
    /// <param name="parts">Its contents.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="compared">Done when everything was equal and before the rows are walled in.</param>
    /// <exception cref="BackupRefusedException">Something came out differently.</exception>
    public async Task<BackupManifest> Run(BackupHeader header, PartReader parts, CancellationToken ct, Func<NpgsqlConnection, CancellationToken, Task>? compared = null)
    {
        var statements = header.Schema ?? throw BackupRefusedException.Damaged;
        await MustHaveRoles(statements.Roles, ct);
        foreach (var statement in statements.Before) await Execute(statement, ct);
        foreach (var table in statements.Tables)
        {
            if (parts.Next() != PartWriter.TablePrefix + table.Name) throw BackupRefusedException.Damaged;
            await TableCopy.In(connection, table, parts, ct);
        }

        var manifest = parts.ReadJson<BackupManifest>(PartWriter.Manifest);
        foreach (var sequence in manifest.Sequences) await Execute(sequence, ct);
        var found = new List<TableDigest>();
        foreach (var table in statements.Tables) found.Add(await TableCopy.Out(connection, table, _ => { }, ct));
        if (manifest.FirstDifference(found) is { } difference) throw BackupRefusedException.Because("copy-differs", difference);
        if (compared is not null) await compared(connection, ct);
        foreach (var statement in statements.After) await Execute(statement, ct);

        // Another version of the server words definitions differently; there the rows alone are compared.
        if (statements.Server != connection.PostgreSqlVersion.Major) return manifest;
        var rebuilt = await SchemaReader.Read(connection, ct);
        if (SchemaReader.Digest(rebuilt) != manifest.SchemaDigest) throw BackupRefusedException.Because("copy-differs", Different(statements, rebuilt));
        return manifest;
    }

    private Task Execute(string statement, CancellationToken ct) =>
        connection.Execute(statement.Replace(CatalogueQueries.SchemaPlace, PostgresSession.Name(schema), StringComparison.Ordinal), ct);

    private static string Different(SchemaStatements expected, SchemaStatements found)
    {
        var (before, after) = (SchemaReader.Compared(expected).ToList(), SchemaReader.Compared(found).ToList());
        return before.Except(after).Concat(after.Except(before)).FirstOrDefault() ?? "pg_class";
    }

    private async Task MustHaveRoles(IReadOnlyList<string> roles, CancellationToken ct)
    {
        var missing = roles.Except(await connection.Texts("SELECT rolname::text FROM pg_roles ORDER BY rolname", ct)).ToList();
        if (missing.Count > 0) throw BackupRefusedException.Because("role-missing", string.Join(", ", missing));
    }
}
