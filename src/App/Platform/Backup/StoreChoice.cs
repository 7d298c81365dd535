using NodaTime;
using ResilienceMonitor.Platform.Backup.Contents;
using ResilienceMonitor.Platform.Backup.Postgres;
using ResilienceMonitor.Platform.Backup.Sqlite;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>Which store belongs to the database of the installation.</summary>
internal static class StoreChoice
{
    public static DatabaseKind KindOf(DatabaseChoice database) => database is DatabaseChoice.Postgres ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;

    public static IStore Of(DatabaseChoice database, IClock clock, StepReached reached) => database switch
    {
        DatabaseChoice.Sqlite sqlite => new SqliteStore(sqlite.File, clock, reached),
        DatabaseChoice.Postgres postgres => new PostgresStore(OwnerOf(postgres), clock, reached),
        _ => throw new NotSupportedException($"There is no backup of {database}."),
    };

    /// <summary>The role that owns the tables sees all rows; the one of the application does not.</summary>
    public static string OwnerOf(DatabaseChoice.Postgres postgres) => postgres.Owner ?? postgres.ConnectionString;
}
