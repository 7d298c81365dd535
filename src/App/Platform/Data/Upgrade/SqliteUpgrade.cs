using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ResilienceMonitor.Platform.Data.Upgrade;

/// <summary>
/// Upgrades a file by upgrading a copy of it: only when the copy is complete and sound does it take the place of the original, in one step of the
/// file system. Whatever stops the program on the way leaves the old file or the new one. A second copy of the old file is kept.
/// </summary>
internal sealed class SqliteUpgrade(DatabaseChoice.Sqlite choice, AppDbParts parts, NodaTime.IClock clock)
{
    public async Task Run(bool isNew, CancellationToken ct)
    {
        using var alone = new InstallationLock(choice.File);
        if (!alone.TryAlone()) throw new StartProblem(Refusal.Of<PlatformTexts>("start.in-use", choice.File));
        var work = choice.File + ".upgrading";
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(choice.File))!, Path.GetFileName(work) + "*")) File.Delete(left);
        if (!isNew) await CopyOriginal(work, ct);
        await using (var owner = new DatabaseChoice.Sqlite(work).OwnerContext(parts))
        {
            if (!isNew) await SchemaState.Baseline(owner, ct);
            await owner.Database.MigrateAsync(ct);
            await Database.SetVersion(owner, clock, ct);
            await Check(owner, ct);

            // All into the one file, so that it can be moved.
            await owner.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;", ct);
        }

        Files.DurableFile.Flush(work);
        Files.DurableFile.Move(work, choice.File);
    }

    private async Task CopyOriginal(string work, CancellationToken ct)
    {
        var kept = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(choice.File))!, "before-upgrade"));
        var copy = Path.Combine(kept.FullName, $"resmon-{clock.GetCurrentInstant().ToUnixTimeMilliseconds()}.db");
        await using var original = new SqliteConnection(choice.ConnectionString + ";Pooling=False");
        await original.OpenAsync(ct);
        foreach (var target in (string[])[copy, work])
        {
            await using var command = original.CreateCommand();
            command.CommandText = "VACUUM INTO $target";
            command.Parameters.AddWithValue("$target", target);
            await command.ExecuteNonQueryAsync(ct);
        }

        Files.DurableFile.Flush(copy);
        await using var settle = original.CreateCommand();
        settle.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;";
        await settle.ExecuteNonQueryAsync(ct);
    }

    private static async Task Check(AppDb owner, CancellationToken ct)
    {
        var found = await owner.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(ct);
        var loose = await owner.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(ct);
        if (found is not ["ok"] || loose.Count > 0) throw new StartProblem(Refusal.Of<PlatformTexts>("start.database-damaged", string.Join(", ", found.Concat(loose).Take(3))));
    }
}
