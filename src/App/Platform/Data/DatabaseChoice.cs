using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Data;

/// <summary>
/// Which database an installation uses, and how it is opened: by the application behind the wall between bodies, or by the owner of the tables,
/// who upgrades, backs up and restores.
/// </summary>
public abstract record DatabaseChoice
{
    /// <summary>PostgreSQL when a connection string is given (RESMON_POSTGRES), else the embedded file.</summary>
    public static DatabaseChoice Resolve(DataDirectory directory) =>
        Environment.GetEnvironmentVariable("RESMON_POSTGRES") is { Length: > 0 } connection
            ? new Postgres(connection, Environment.GetEnvironmentVariable("RESMON_POSTGRES_OWNER") is { Length: > 0 } owner ? owner : null)
            : new Sqlite(directory.DatabaseFile);

    /// <summary>Registers the context of the application.</summary>
    public abstract void Add(IServiceCollection services);

    /// <summary>A context of the owner: no wall inside the database.</summary>
    public abstract AppDb OwnerContext(AppDbParts parts);

    public sealed record Sqlite(string File) : DatabaseChoice
    {
        public string ConnectionString { get; } = new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

        public override void Add(IServiceCollection services) => services.AddDbContext<AppDb, SqliteDb>(options =>
            // A list of ids as one parameter: with one for each, a query over a thousand bodies is mostly naming parameters.
            options.UseSqlite(ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(DurableSqlite.Instance, SqliteWall.Instance).ReplaceService<IUpdateSqlGenerator, SqliteWrites>(),
            optionsLifetime: ServiceLifetime.Singleton);

        public override AppDb OwnerContext(AppDbParts parts) => new SqliteDb(
            new DbContextOptionsBuilder<SqliteDb>().UseSqlite(ConnectionString + ";Pooling=False").AddInterceptors(DurableSqlite.Instance).Options, parts);
    }

    /// <param name="ConnectionString">The role of the application: it owns nothing.</param>
    /// <param name="Owner">The role that owns the tables; null: the same, which is refused where accounts exist.</param>
    public sealed record Postgres(string ConnectionString, string? Owner) : DatabaseChoice
    {
        public override void Add(IServiceCollection services) => services.AddDbContext<AppDb, PostgresDb>(options =>
            options.UseNpgsql(ConnectionString).AddInterceptors(PostgresWall.Instance), optionsLifetime: ServiceLifetime.Singleton);

        public override AppDb OwnerContext(AppDbParts parts) => new PostgresDb(
            new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(Owner ?? ConnectionString).Options, parts);
    }
}
