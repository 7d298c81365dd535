using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ResilienceMonitor.Platform.Data;
using SQLitePCL;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>
/// The second wall on SQLite, inside the connection: in front of each table of bodies stands a temporary view of the same name that shows the
/// rows of the scope only, triggers refuse foreign writes, and SQLite's authorizer refuses to read the content of a table past its view.
/// </summary>
public sealed class SqliteWall : DbConnectionInterceptor
{
    private const string Steward = "(SELECT t.body_id FROM main.tenants t WHERE t.claimed_at IS NULL AND t.steward_id IN (SELECT body_id FROM temp.resmon_scope))";

    // One per physical connection, which the pool hands out again and again.
    private static readonly ConditionalWeakTable<sqlite3, Guard> Guards = [];

    public static SqliteWall Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is AppDb { Walls.Database: true } db) Raise((SqliteConnection)connection, db);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    private static void Raise(SqliteConnection connection, AppDb db)
    {
        var guard = Guards.GetValue(connection.Handle!, _ => new Guard());
        guard.Down = true;
        try
        {
            if (!guard.Built)
            {
                var tables = WallTable.Of(db.Model);
                Build(connection, tables);
                guard.Protect(tables);
                guard.Built = true;
                raw.sqlite3_set_authorizer(connection.Handle, guard.Judge, null);
            }

            SetScope(connection, db.Actor.Scope);
        }
        finally
        {
            guard.Down = false;
        }
    }

    private static void SetScope(SqliteConnection connection, TenantScope scope)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM temp.resmon_scope; DELETE FROM temp.resmon_wall; INSERT INTO temp.resmon_wall VALUES ($all, $lists, $user);";
        command.Parameters.AddWithValue("$all", scope.All);
        command.Parameters.AddWithValue("$lists", scope.ListsTenants);
        command.Parameters.AddWithValue("$user", scope.User is { } user ? Text(user) : DBNull.Value);
        if (scope.Acting is { } acting)
        {
            command.CommandText += "INSERT INTO temp.resmon_scope VALUES ($body);";
            command.Parameters.AddWithValue("$body", Text(acting.Value));
        }

        command.ExecuteNonQuery();
    }

    private static void Build(SqliteConnection connection, IReadOnlyList<WallTable> tables)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Concat(tables.Select(Around).Prepend(
            "CREATE TEMP TABLE resmon_scope (body_id TEXT PRIMARY KEY); CREATE TEMP TABLE resmon_wall (everything INTEGER, lists INTEGER, user_id TEXT);"));
        command.ExecuteNonQuery();
    }

    private static string Around(WallTable table)
    {
        var name = table.Name;
        var own = $"(SELECT everything FROM temp.resmon_wall) OR {{0}}.body_id IN (SELECT body_id FROM temp.resmon_scope) OR {{0}}.body_id IN {Steward}";
        var reads = string.Format(null, own, name);
        if (table.User is { } user) reads += $" OR {name}.{user} = (SELECT user_id FROM temp.resmon_wall)";
        if (table.Body is { } body) reads += $" OR {name}.{body} IN (SELECT body_id FROM temp.resmon_scope)";
        if (table.Listed) reads += " OR (SELECT lists FROM temp.resmon_wall)";

        // A body that is just being entered is looked after by the one that enters it.
        var enters = table.Listed ? " OR NEW.steward_id IN (SELECT body_id FROM temp.resmon_scope)" : "";
        return $"""
            CREATE TEMP VIEW "{name}" AS SELECT * FROM main."{name}" WHERE {reads};
            CREATE TEMP TRIGGER "{name}_insert" BEFORE INSERT ON main."{name}" WHEN NOT ({string.Format(null, own, "NEW")}{enters}) BEGIN SELECT RAISE(ABORT, 'wall between bodies'); END;
            CREATE TEMP TRIGGER "{name}_update" BEFORE UPDATE ON main."{name}" WHEN NEW.body_id IS NOT OLD.body_id OR NOT ({string.Format(null, own, "OLD")}) BEGIN SELECT RAISE(ABORT, 'wall between bodies'); END;
            CREATE TEMP TRIGGER "{name}_delete" BEFORE DELETE ON main."{name}" WHEN NOT ({string.Format(null, own, "OLD")}) BEGIN SELECT RAISE(ABORT, 'wall between bodies'); END;
            """;
    }

    // As the provider writes a Guid.
    private static string Text(Guid id) => id.ToString("D").ToUpperInvariant();

    private sealed class Guard
    {
        private IReadOnlyDictionary<string, WallTable> tables = new Dictionary<string, WallTable>(StringComparer.Ordinal);

        /// <summary>While the wall itself is being built or moved.</summary>
        public bool Down { get; set; }

        public bool Built { get; set; }

        public void Protect(IEnumerable<WallTable> walled) => tables = walled.ToDictionary(t => t.Name, StringComparer.Ordinal);

        public int Judge(object? data, int action, string? first, string? second, string? database, string? inside)
        {
            if (Down) return raw.SQLITE_OK;
            return action switch
            {
                // Past the view only the columns by which a change finds its row; triggers judge the row itself.
                raw.SQLITE_READ when database == "main" && inside is null && tables.TryGetValue(first!, out var table) && !table.Keys.Contains(second) => raw.SQLITE_DENY,
                raw.SQLITE_INSERT or raw.SQLITE_UPDATE or raw.SQLITE_DELETE when database == "temp" => raw.SQLITE_DENY,
                raw.SQLITE_DROP_TEMP_VIEW or raw.SQLITE_DROP_TEMP_TRIGGER or raw.SQLITE_DROP_TEMP_TABLE or raw.SQLITE_CREATE_TEMP_TRIGGER or raw.SQLITE_CREATE_TEMP_VIEW or raw.SQLITE_ATTACH or raw.SQLITE_DETACH => raw.SQLITE_DENY,
                _ => raw.SQLITE_OK,
            };
        }
    }
}
