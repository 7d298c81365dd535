using NodaTime;
using ResilienceMonitor.Platform.Backup.Sealing;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>
/// Brings an installation back to the state of a backup. Everything is read to the end and compared before anything is touched; the last step is one
/// rename or one commit. Sessions of that time do not come back.
/// </summary>
public sealed class RestoreBackup(DataDirectory directory, DatabaseChoice database, IClock clock, StepReached reached)
{
    public Task<Result<RestoredBackup>> Run(string file, BackupKey key, bool replace, CancellationToken ct) => Outside.Guard(async () =>
    {
        using var scratch = ScratchDirectory.Claim(directory.Path);
        var store = StoreChoice.Of(database, clock, reached);
        IPreparedRestore? unfinished = null;
        try
        {
            await using var prepared = await ReadBackup.Of(file, key, database, async (header, parts) => unfinished = await store.Prepare(header, parts, scratch, replace, ct));
            reached("compared");
            return await prepared.Put(ct);
        }
        finally
        {
            if (unfinished is not null) await unfinished.DisposeAsync();
        }
    });
}
