using Npgsql;

namespace ResilienceMonitor.Platform.Data.Upgrade;

/// <summary>The wall on PostgreSQL binds only a role that owns nothing and has no special rights; with another one the server does not start.</summary>
public static class ServerRole
{
    /// <exception cref="StartProblem">The role of the application could step over the wall.</exception>
    public static async Task Check(DatabaseChoice choice, CancellationToken ct)
    {
        if (choice is not DatabaseChoice.Postgres postgres) return;
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
            FROM pg_roles r WHERE r.rolname = current_user
            """, connection);
        if (await command.ExecuteScalarAsync(ct) is not false) throw new StartProblem(Refusal.Of<PlatformTexts>("start.postgres-role", new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Username ?? ""));
    }
}
