using System.Globalization;
using Npgsql;
using ResilienceMonitor.Lab.Servers;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Lab.Load;

/// <summary>
/// Copies a town row by row, in all tables of bodies and under ids, keys, names and accounts of its own. It is the superuser of the trial's server
/// who does that, where a use case for each row would take hours.
/// </summary>
internal sealed class TownCopies(DatabaseChoice.Postgres postgres, BodyId template, IReadOnlyList<Guid> people)
{
    public static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"ags:09{number:000000}");

    public static string PersonOf(int number) => string.Create(CultureInfo.InvariantCulture, $"stadt-{number:0000}-a");

    public async Task<IReadOnlyList<(BodyId Body, Guid User)>> Make(int count, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.AsSuperuser(postgres).ConnectionString + ";Command Timeout=0;Pooling=False");
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var made = await Number(connection, count, ct);
        await Run(connection, await UsersSql(connection, ct), ct);
        foreach (var table in await TablesOfBodies(connection, ct)) await Run(connection, await CopySql(connection, table, ct), ct);
        await transaction.CommitAsync(ct);
        await Run(connection, "VACUUM ANALYZE", ct);
        return made;
    }

    private async Task<IReadOnlyList<(BodyId, Guid)>> Number(NpgsqlConnection connection, int count, CancellationToken ct)
    {
        await Run(connection, $"CREATE TEMP TABLE copies (number int, body uuid{string.Concat(people.Select((_, i) => $", person{i} uuid"))}) ON COMMIT DROP", ct);
        var made = new List<(BodyId, Guid)>();
        await using var writer = await connection.BeginBinaryImportAsync("COPY copies FROM STDIN (FORMAT BINARY)", ct);
        for (var number = 1; number <= count; number++)
        {
            var (body, users) = (BodyId.New(), people.Select(_ => Guid.CreateVersion7()).ToList());
            await writer.StartRowAsync(ct);
            await writer.WriteAsync(number, ct);
            await writer.WriteAsync(body.Value, ct);
            foreach (var user in users) await writer.WriteAsync(user, ct);
            made.Add((body, users[0]));
        }

        await writer.CompleteAsync(ct);
        return made;
    }

    private async Task<string> UsersSql(NpgsqlConnection connection, CancellationToken ct)
    {
        var columns = await Read(connection, "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'users' ORDER BY 1", ct);
        var values = columns.Select(c => c switch
        {
            "id" => User("u.id"),
            "user_name" or "normalized_user_name" or "display_name" => $"replace(u.{c}, '-0000-', '-' || lpad(c.number::text, 4, '0') || '-')",
            _ => $"u.{c}",
        });
        return $"INSERT INTO users ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM users u CROSS JOIN copies c WHERE u.id IN ({string.Join(", ", people.Select(p => $"'{p}'"))})";
    }

    private async Task<string> CopySql(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        var columns = await Read(connection, $"SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY 1", ct);
        var named = columns.Select(c => c.Split(' ', 2)).Select(c => (Name: c[0], Type: c[1])).ToList();
        var values = named.Select(c => (c.Name, c.Type) switch
        {
            ("body_id", _) => "c.body",
            ("id", "uuid") when table == "consents" => Consent("t.id::text"),
            ("subject", _) when table == "events" => $"CASE WHEN t.kind LIKE 'consents.%' THEN {Consent("t.subject")}::text ELSE {Text("t.subject")} END",
            ("user_id" or "created_by", "uuid") => User($"t.\"{c.Name}\""),
            (_, "text" or "character varying") => Text($"t.\"{c.Name}\""),
            _ => $"t.\"{c.Name}\"",
        });
        return $"INSERT INTO {table} ({string.Join(", ", named.Select(c => $"\"{c.Name}\""))}) SELECT {string.Join(", ", values)} FROM {table} t CROSS JOIN copies c WHERE t.body_id = '{template.Value}'";
    }

    // A consent is found by its id alone.
    private static string Consent(string id) => $"md5({id} || c.number)::uuid";

    private string User(string column) => $"CASE {column}{string.Concat(people.Select((p, i) => $" WHEN '{p}' THEN c.person{i}"))} ELSE {column} END";

    private string Text(string column)
    {
        var replaced = $"replace(replace(replace({column}, '{TemplateTown.Key}', 'ags:09' || lpad(c.number::text, 6, '0')), '{TemplateTown.Name}', 'Musterstadt ' || lpad(c.number::text, 4, '0')), '{template.Value}', c.body::text)";
        foreach (var (i, person) in people.Index()) replaced = $"replace({replaced}, '{person:N}', replace(c.person{i}::text, '-', ''))";
        return replaced;
    }

    // Tenants first: everything of a body refers to them.
    private static Task<List<string>> TablesOfBodies(NpgsqlConnection connection, CancellationToken ct) => Read(connection,
        "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'body_id' AND table_name NOT IN ('jobs') ORDER BY table_name <> 'tenants', table_name", ct);

    private static async Task<List<string>> Read(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await reader.ReadAsync(ct)) found.Add(reader.GetString(0));
        return found;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
