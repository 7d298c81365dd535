using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace ResilienceMonitor.Platform.Data.Upgrade;

/// <summary>Where a database stands among the versions of the tables.</summary>
/// <param name="IsNew">There are no tables yet.</param>
/// <param name="Pending">Migrations it still needs, oldest first.</param>
internal sealed record SchemaState(bool IsNew, IReadOnlyList<string> Pending)
{
    /// <summary>Looks without changing anything.</summary>
    /// <exception cref="StartProblem">The database is of a newer version, or is not one of ours.</exception>
    public static async Task<SchemaState> Of(AppDb owner, CancellationToken ct)
    {
        var known = owner.Database.GetMigrations().ToList();
        var creator = owner.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(ct) || await Tables(owner, "%", ct) == 0) return new SchemaState(true, known);
        if (await Tables(owner, "installation", ct) == 0) throw new StartProblem(Refusal.Of<PlatformTexts>("start.database-foreign"));
        var version = await owner.Installations.OrderBy(i => i.Id).Select(i => (int?)i.SchemaVersion).FirstOrDefaultAsync(ct);
        if (version > Installation.CurrentSchema) throw new StartProblem(Refusal.Of<PlatformTexts>("start.database-newer", version, Installation.CurrentSchema));
        var applied = await Applied(owner, known[0], ct);
        if (applied.Except(known, StringComparer.Ordinal).Any()) throw new StartProblem(Refusal.Of<PlatformTexts>("start.database-newer", version + 1 ?? 0, Installation.CurrentSchema));
        return new SchemaState(false, [.. known.Except(applied, StringComparer.Ordinal)]);
    }

    /// <summary>Version 0.1 made its tables without a list of migrations; they are those of the first.</summary>
    public static async Task Baseline(AppDb owner, CancellationToken ct)
    {
        var history = owner.GetService<IHistoryRepository>();
        // The PostgreSQL provider says that the list exists without looking.
        if (await Tables(owner, HistoryRepository.DefaultTableName, ct) == 0) await owner.Database.ExecuteSqlRawAsync(history.GetCreateScript(), ct);
        if ((await owner.Database.GetAppliedMigrationsAsync(ct)).Any()) return;
        await owner.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(owner.Database.GetMigrations().First(), "10.0.14")), ct);
    }

    private static async Task<IReadOnlyList<string>> Applied(AppDb owner, string first, CancellationToken ct) =>
        await Tables(owner, HistoryRepository.DefaultTableName, ct) > 0 && (await owner.Database.GetAppliedMigrationsAsync(ct)).ToList() is { Count: > 0 } applied ? applied : [first];

    private static Task<int> Tables(AppDb owner, string like, CancellationToken ct) => (owner is SqliteDb
        ? owner.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name LIKE {like}")
        : owner.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE {like}")).SingleAsync(ct);
}
