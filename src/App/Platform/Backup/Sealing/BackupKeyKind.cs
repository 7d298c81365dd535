namespace ResilienceMonitor.Platform.Backup.Sealing;

/// <summary>How a backup is unlocked. The numbers stand in the file.</summary>
public enum BackupKeyKind
{
    File = 1,
    Passphrase = 2,
}
