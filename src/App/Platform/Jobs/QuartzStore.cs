using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;
using Quartz.Extensibility;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>How Quartz works here: with its store in the database of the installation, several nodes together on PostgreSQL.</summary>
internal static class QuartzStore
{
    public const string TablePrefix = "qrtz_";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TakenForDead = TimeSpan.FromSeconds(6);

    public static ValueTask<IScheduler> Build(DatabaseChoice database, IJobFactory jobs, ILoggerFactory logs, CancellationToken ct) =>
        QuartzSchedulerBuilder.Create(q =>
        {
            q.Services.AddSingleton(logs);
            q.ConfigureScheduler(o =>
            {
                (o.InstanceName, o.GenerateInstanceId, o.IdleWaitTime) = ("resmon", true, Look);
                o.ShutdownJobInterruption = ShutdownJobInterruption.Never;
            });
            q.UseDefaultThreadPool(Limits.JobsAtOnce);
            q.UseExecutionLimits(l => l.ForGroup(JobScheduler.Heavy, Limits.HeavyJobsAtOnce, ExecutionLimitScope.Node));
            q.UseJobFactory(jobs);
            q.UsePersistentStore(store => Use(store, database));
        }).BuildScheduler(ct);

    private static void Use(IPersistentStoreBuilder store, DatabaseChoice database)
    {
        store.ConfigureStore(o => (o.TablePrefix, o.SchemaProvisioning, o.StoreJobDataAsStrings, o.UseBackgroundThreads) = (TablePrefix, SchemaProvisioning.Validate, true, true));
        switch (database)
        {
            case DatabaseChoice.Postgres postgres:
                // The role of the application. Connections of their own: the scheduler must not wait behind pages.
                store.UsePostgres(NpgsqlFactory.Instance, new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { ApplicationName = "resmon jobs" }.ConnectionString);
                store.UseClustering(o => (o.CheckinInterval, o.CheckinMisfireThreshold) = (SignOfLife, TakenForDead));
                break;
            case DatabaseChoice.Sqlite sqlite:
                // Not from the pool of the pages, whose connections carry the wall between bodies. What the scheduler writes may be lost at a power
                // cut: the rows of the jobs are not, and the sweep at the next start plans them again.
                store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder(sqlite.ConnectionString) { Cache = SqliteCacheMode.Private, DefaultTimeout = 31 }.ConnectionString);
                break;
            default:
                throw new InvalidOperationException($"No scheduler for {database.GetType().Name}.");
        }
    }
}
