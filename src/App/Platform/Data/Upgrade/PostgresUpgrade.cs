using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ResilienceMonitor.Platform.Data.Upgrade;

/// <summary>
/// Upgrades a database on a server as the owner of the tables, under a lock of the server that ends with the connection. Each migration is one
/// transaction, so a program that is stopped on the way leaves the version before or the one after.
/// </summary>
internal sealed class PostgresUpgrade(DatabaseChoice.Postgres choice, AppDbParts parts, NodaTime.IClock clock)
{
    private const long LockKey = 7_236_659_102_114;

    public async Task Run(CancellationToken ct)
    {
        var connection = new NpgsqlConnectionStringBuilder(choice.Owner ?? choice.ConnectionString) { Pooling = false };
        await using var owner = new DatabaseChoice.Postgres(choice.ConnectionString, connection.ConnectionString).OwnerContext(parts);
        await EnsureExists(owner, ct);
        await owner.Database.OpenConnectionAsync(ct);
        await owner.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockKey})", ct);
        await owner.Database.ExecuteSqlRawAsync("SET resmon.maintenance = 'yes'", ct);

        // Another node may have done it while this one waited.
        var state = await SchemaState.Of(owner, ct);
        if (!state.IsNew) await SchemaState.Baseline(owner, ct);
        await owner.Database.MigrateAsync(ct);
        await Database.SetVersion(owner, clock, ct);
        await Grant(owner, new NpgsqlConnectionStringBuilder(choice.ConnectionString).Username, connection.Username, ct);
    }

    private static async Task EnsureExists(AppDb owner, CancellationToken ct)
    {
        var creator = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>(owner);
        if (!await creator.ExistsAsync(ct)) await creator.CreateAsync(ct);
    }

    private static async Task Grant(AppDb owner, string? application, string? self, CancellationToken ct)
    {
        if (application is null || application == self) return;
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(application);
#pragma warning disable EF1002 // The name of a role cannot be a parameter; it is quoted.
        await owner.Database.ExecuteSqlRawAsync($"""
            GRANT USAGE ON SCHEMA public TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
            REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM {role};
            """, ct);
#pragma warning restore EF1002
    }
}
