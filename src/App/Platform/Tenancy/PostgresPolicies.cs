using Microsoft.EntityFrameworkCore.Migrations;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>
/// The statements by which migrations raise the wall on PostgreSQL: forced row-level security that reads the scope of the transaction. Without a
/// scope there are no rows and no writes. The owner of the tables is bound too, unless it says that it upgrades, backs up or restores.
/// </summary>
internal static class PostgresPolicies
{
    private const string Own =
        "body_id = (SELECT resmon_body()) OR (SELECT resmon_everything()) OR body_id IN (SELECT t.body_id FROM tenants t WHERE t.steward_id = (SELECT resmon_body()) AND t.claimed_at IS NULL)";

    private const string OwnTenants =
        "body_id = (SELECT resmon_body()) OR (SELECT resmon_everything()) OR (steward_id = (SELECT resmon_body()) AND claimed_at IS NULL)";

    private const string Maintenance = "current_setting('resmon.maintenance', true) = 'yes'";

    /// <summary>What the policies read. The local owner ends for good with the first account.</summary>
    public static void Functions(MigrationBuilder migration) => migration.Sql("""
        CREATE FUNCTION resmon_body() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(split_part(current_setting('resmon.scope', true), '/', 1), '')::uuid $$;
        CREATE FUNCTION resmon_user() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(split_part(current_setting('resmon.scope', true), '/', 2), '')::uuid $$;
        CREATE FUNCTION resmon_lists() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(split_part(current_setting('resmon.scope', true), '/', 3) = 'lists', false) $$;
        CREATE FUNCTION resmon_everything() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(split_part(current_setting('resmon.scope', true), '/', 3) = 'owner', false) AND NOT EXISTS (SELECT FROM users) $$;
        """);

    public static void Tenants(MigrationBuilder migration)
    {
        Raise(migration, "tenants", OwnTenants);
        migration.Sql("CREATE POLICY listed ON tenants FOR SELECT USING ((SELECT resmon_lists()));");
    }

    /// <param name="migration">The migration.</param>
    /// <param name="table">A table whose key begins with the body.</param>
    /// <param name="user">Column of an account that can read the row from anywhere.</param>
    /// <param name="body">Column of a second body that can read the row.</param>
    public static void Wall(this MigrationBuilder migration, string table, string? user = null, string? body = null)
    {
        Raise(migration, table, Own);
        if (user is not null) migration.Sql($"CREATE POLICY of_user ON {table} FOR SELECT USING ({user} = (SELECT resmon_user()));");
        if (body is not null) migration.Sql($"CREATE POLICY of_other_body ON {table} FOR SELECT USING ({body} = (SELECT resmon_body()));");
    }

    private static void Raise(MigrationBuilder migration, string table, string own) => migration.Sql($"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON {table} USING ({own}) WITH CHECK ({own});
        CREATE POLICY maintenance ON {table} TO CURRENT_USER USING ({Maintenance}) WITH CHECK ({Maintenance});
        """);
}
