using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Data;

/// <summary>Which database an installation uses. What differs between the two stands here and in <see cref="Database"/>.</summary>
public abstract record DatabaseChoice
{
    /// <summary>PostgreSQL when a connection string is given (RESMON_POSTGRES), else the embedded file.</summary>
    public static DatabaseChoice Resolve(DataDirectory directory) =>
        Environment.GetEnvironmentVariable("RESMON_POSTGRES") is { Length: > 0 } connection
            ? new Postgres(connection)
            : new Sqlite(directory.DatabaseFile);

    public abstract void Configure(DbContextOptionsBuilder options);

    public sealed record Sqlite(string File) : DatabaseChoice
    {
        public override void Configure(DbContextOptionsBuilder options) =>
            options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true, DefaultTimeout = 30 }.ToString())
                .AddInterceptors(Durable.Instance);
    }

    public sealed record Postgres(string ConnectionString) : DatabaseChoice
    {
        public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);
    }

    // An acknowledged write survives a power cut: write-ahead log, synced at every commit.
    private sealed class Durable : DbConnectionInterceptor
    {
        public static Durable Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = DurableSettings.Of(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = DurableSettings.Of(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
