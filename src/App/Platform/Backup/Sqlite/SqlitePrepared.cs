using NodaTime;
using ResilienceMonitor.Platform.Data.Upgrade;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup.Sqlite;

/// <summary>A rebuilt database file that takes the name of the old one, while no other program runs on the directory.</summary>
internal sealed class SqlitePrepared(string database, string fresh, ScratchDirectory scratch, InstallationLock alone, RestoredBackup restored, IClock clock, StepReached reached) : IPreparedRestore
{
    public async Task<RestoredBackup> Put(CancellationToken ct)
    {
        string? aside = null;
        if (Path.Exists(database))
        {
            aside = $"{database}.before-restore-{FileTime.Of(clock.GetCurrentInstant())}";
            await new SqliteAside(database, aside, reached).Run(scratch, ct);
        }
        else
        {
            // A log without its database would be played into the new one.
            foreach (var suffix in SqliteAside.Logs) File.Delete(database + suffix);
        }

        reached("old-aside");
        DurableFile.Move(fresh, database);
        reached("in-place");
        return restored with { Aside = aside };
    }

    public ValueTask DisposeAsync()
    {
        alone.Dispose();
        return ValueTask.CompletedTask;
    }
}
