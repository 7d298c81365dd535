using NodaTime;
using ResilienceMonitor.Platform.Backup.Contents;
using ResilienceMonitor.Platform.Backup.Sealing;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>
/// Makes a backup while the server runs. It gets its name only after it was restored on trial:
/// a file called backup is a backup.
/// </summary>
public sealed class MakeBackup(DataDirectory directory, DatabaseChoice database, BackupProofs proofs, IClock clock, StepReached reached)
{
    /// <param name="place">A file, or a directory; null: the directory <c>backups</c> in the data directory.</param>
    /// <param name="key">What locks it.</param>
    /// <param name="keep">How many backups stay in the directory; null: all.</param>
    /// <param name="ct">Stops it and leaves nothing.</param>
    public Task<Result<ProvenBackup>> Run(string? place, BackupKey key, int? keep, CancellationToken ct) => Outside.Guard(async () =>
    {
        var target = BackupTarget.Of(place ?? Path.Combine(directory.Path, "backups") + Path.DirectorySeparatorChar, clock.GetCurrentInstant());
        if (keep is not null && target.Named) throw BackupRefusedException.Because("keep-needs-directory");
        target.MustBeFree();
        using var scratch = ScratchDirectory.Claim(directory.Path);
        DataDirectory.Make(target.Directory);
        try
        {
            var proven = await WriteAndTry(target, key, scratch, ct);
            DurableFile.Move(target.Part, target.File);
            reached("in-place");
            proofs.Add(proven, clock.GetCurrentInstant());
            if (keep is { } number) target.Thin(number);
            return proven;
        }
        finally
        {
            File.Delete(target.Part);
        }
    });

    private async Task<ProvenBackup> WriteAndTry(BackupTarget target, BackupKey key, ScratchDirectory scratch, CancellationToken ct)
    {
        var store = StoreChoice.Of(database, clock, reached);
        BackupManifest? written = null;
        await BackupFile.Write(target.Part, key, async parts => (_, written) = await store.Write(parts, scratch, ct));
        reached("written");
        var proven = await ReadBackup.Of(target.Part, key, database, async (header, parts) =>
        {
            var manifest = await store.Try(header, parts, scratch, ct);
            if (written!.FirstDifference(manifest.Tables) is { } table) throw BackupRefusedException.Because("copy-differs", table);
            return ReadBackup.Proven(target.Part, header, manifest);
        });
        reached("proven");
        return proven with { File = target.File };
    }
}
