using System.Globalization;
using NodaTime;
using Npgsql;
using ResilienceMonitor.Platform.Backup.Postgres;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>The database on a server: reachable, ours, set not to lose anything, and the role of the application behind the wall.</summary>
internal sealed class PostgresExamination(string application, string owner, IClock clock) : IExamination
{
    private const int OldestServer = 15;

    public async Task<IReadOnlyList<Finding>> Run(CancellationToken ct)
    {
        var findings = new List<Finding>();
        try
        {
            await using (var connection = await PostgresSession.Open(application, ct)) await Application(connection, findings, ct);
            await using (var connection = await PostgresSession.Open(owner, ct)) await Owner(connection, findings, ct);
        }
        catch (NpgsqlException e)
        {
            findings.Add(Finding.Of("postgres.unreachable", e.Message.ReplaceLineEndings(" ")));
        }

        return findings;
    }

    private async Task Application(NpgsqlConnection connection, List<Finding> findings, CancellationToken ct)
    {
        var role = await connection.Text("SELECT current_user::text", ct) ?? "?";
        if (connection.PostgreSqlVersion.Major < OldestServer) findings.Add(Finding.Of("postgres.old", connection.PostgreSqlVersion, OldestServer));
        foreach (var (setting, bad) in new[] { ("fsync", "off"), ("full_page_writes", "off"), ("synchronous_commit", "off") })
            if (await connection.Text($"SHOW {setting}", ct) == bad) findings.Add(Finding.Of("postgres.setting", setting, bad));
        if (await connection.Text("SELECT 'yes' FROM pg_roles WHERE rolname = current_user AND rolsuper", ct) is not null) findings.Add(Finding.Of("postgres.superuser", role));
        else if (await connection.Text("SELECT 'yes' FROM pg_roles WHERE rolname = current_user AND rolbypassrls", ct) is not null) findings.Add(Finding.Of("postgres.bypass", role));
        if (await connection.Text("SELECT c.relname::text FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND pg_has_role(c.relowner, 'USAGE') LIMIT 1", ct) is { } table)
            findings.Add(Finding.Of("postgres.owns", role, table));
        if (owner == application) findings.Add(Finding.Of("postgres.one-role"));
    }

    private async Task Owner(NpgsqlConnection connection, List<Finding> findings, CancellationToken ct)
    {
        if (await connection.Text("SELECT 'yes' WHERE to_regclass('installation') IS NOT NULL", ct) is null)
        {
            findings.Add(Finding.Of("postgres.empty", connection.Database));
            return;
        }

        if (await connection.Text(CatalogueQueries.Filtered, ct) is { } filtered) findings.Add(Finding.Of("postgres.owner-blind", filtered));
        var version = await connection.Text("SELECT schema_version::text FROM installation ORDER BY id LIMIT 1", ct);
        if (version is not null && SchemaFinding.Of(int.Parse(version, CultureInfo.InvariantCulture)) is { } schema) findings.Add(schema);
        if (await connection.Text("SELECT max(at)::text FROM events HAVING max(at) IS NOT NULL", ct) is { } last && ClockFinding.Of(long.Parse(last, CultureInfo.InvariantCulture), clock) is { } late) findings.Add(late);
    }
}
