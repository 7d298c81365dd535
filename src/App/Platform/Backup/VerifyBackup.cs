using NodaTime;
using ResilienceMonitor.Platform.Backup.Sealing;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>Restores a backup on trial, in a place that is thrown away, and says whether it came out as it went in.</summary>
public sealed class VerifyBackup(DataDirectory directory, DatabaseChoice database, BackupProofs proofs, IClock clock, StepReached reached)
{
    public Task<Result<ProvenBackup>> Run(string file, BackupKey key, CancellationToken ct) => Outside.Guard(async () =>
    {
        using var scratch = ScratchDirectory.Claim(directory.Path);
        var store = StoreChoice.Of(database, clock, reached);
        var proven = await ReadBackup.Of(file, key, database, async (header, parts) => ReadBackup.Proven(file, header, await store.Try(header, parts, scratch, ct)));
        proofs.Add(proven, clock.GetCurrentInstant());
        return proven;
    });
}
