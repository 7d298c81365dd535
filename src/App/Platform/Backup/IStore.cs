using ResilienceMonitor.Platform.Backup.Contents;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>A kind of database, as what is backed up and restored.</summary>
internal interface IStore
{
    /// <summary>Writes header, contents and manifest, all of one moment, while others go on writing.</summary>
    Task<(BackupHeader Header, BackupManifest Manifest)> Write(PartWriter parts, ScratchDirectory scratch, CancellationToken ct);

    /// <summary>Rebuilds the contents in a place that is thrown away, and compares them with the manifest.</summary>
    Task<BackupManifest> Try(BackupHeader header, PartReader parts, ScratchDirectory scratch, CancellationToken ct);

    /// <summary>Rebuilds and compares the contents and ends all sessions, without touching what is there.</summary>
    Task<IPreparedRestore> Prepare(BackupHeader header, PartReader parts, ScratchDirectory scratch, bool replace, CancellationToken ct);
}

/// <summary>Rebuilt and compared, not yet in place. Given up without <see cref="Put"/>, nothing has changed.</summary>
internal interface IPreparedRestore : IAsyncDisposable
{
    /// <summary>Puts it in place in one step, and keeps what was there.</summary>
    Task<RestoredBackup> Put(CancellationToken ct);
}

/// <summary>Told which step was reached; tests end the work there to prove that the old or the new state is left.</summary>
public delegate void StepReached(string step);
