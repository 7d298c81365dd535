using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy;

/// <summary>What the catalogue of the server says about the wall. A table added without it fails here by name.</summary>
public sealed class PolicyTests
{
    [Fact]
    public async Task Every_table_of_bodies_has_forced_row_level_security_for_reading_and_writing()
    {
        if (await TestApp.PreparedOnPostgres() is not { } app) return;
        await using var ends = app;
        var walled = await Names(app, """
            SELECT c.relname AS "Value" FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
            WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polname = 'own' AND p.polcmd = '*' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL
            """);
        var tables = await app.Use<AppDb, IReadOnlyList<WallTable>>((db, _) => Task.FromResult(WallTable.Of(db.Model)));
        Assert.NotEmpty(tables);
        Assert.Equal(tables.Select(t => t.Name), walled.Order(StringComparer.Ordinal));

        // And no table with a column of that name was forgotten in the model.
        Assert.Equal(walled.Order(StringComparer.Ordinal), (await Names(app, "SELECT table_name AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'body_id'")).Order(StringComparer.Ordinal));
        var more = await Names(app, "SELECT c.relname || '/' || p.polname AS \"Value\" FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid WHERE p.polname NOT IN ('own', 'maintenance') AND p.polcmd = 'r'");
        Assert.Equal(
            tables.SelectMany(t => (string?[])[t.User is null ? null : $"{t.Name}/of_user", t.Body is null ? null : $"{t.Name}/of_other_body", t.Listed ? $"{t.Name}/listed" : null]).OfType<string>().Order(StringComparer.Ordinal),
            more.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_role_of_the_application_owns_nothing_and_nothing_runs_with_the_rights_of_the_owner()
    {
        if (await TestApp.PreparedOnPostgres() is not { } app) return;
        await using var ends = app;
        Assert.Empty(await Names(app, "SELECT c.relname AS \"Value\" FROM pg_class c WHERE c.relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)"));
        Assert.Empty(await Names(app, "SELECT rolname AS \"Value\" FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole)"));
        Assert.Empty(await Names(app, "SELECT proname AS \"Value\" FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND prosecdef"));
        Assert.Empty(await Names(app, "SELECT viewname AS \"Value\" FROM pg_views WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task Keys_of_tables_of_bodies_contain_the_body()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        var without = await app.Use<AppDb, List<string>>((db, _) => Task.FromResult(db.Model.GetEntityTypes()
            .Where(e => typeof(ITenantRow).IsAssignableFrom(e.ClrType))
            .SelectMany(e => e.GetKeys().Select(k => k.Properties).Concat(e.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties)).Concat(e.GetForeignKeys().Select(f => f.Properties)), (e, p) => (e, p))
            .Where(x => x.p.All(p => p.Name != nameof(ITenantRow.BodyId))).Select(x => x.e.ClrType.Name).ToList()));
        Assert.Empty(without);
    }

    private static Task<List<string>> Names(TestApp app, string sql) => app.Use<AppDb, List<string>>((db, ct) => db.Database.SqlQueryRaw<string>(sql).ToListAsync(ct));
}
