using Microsoft.EntityFrameworkCore.Migrations;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>Version 0.1 knew bodies but no tenants: every body it has rows of becomes one.</summary>
internal static class TenantsOfOldRows
{
    private static readonly string[] OldTables = ["bodies", "events", "forecasts", "measures", "regions", "resources", "scenarios", "segments", "services", "snapshots"];

    public static void Fill(MigrationBuilder migration) => migration.Sql($"""
        INSERT INTO tenants (body_id, created_at)
        SELECT known.body_id, (SELECT min(i.created_at) FROM installation i) FROM (
          {string.Join(" UNION ", OldTables.Select(t => $"SELECT body_id FROM {t}"))}
        ) AS known;
        """);
}
