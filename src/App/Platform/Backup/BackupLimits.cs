namespace ResilienceMonitor.Platform.Backup;

/// <summary>Named limits of backups.</summary>
public static class BackupLimits
{
    /// <summary>Characters of a passphrase, at least.</summary>
    public const int PassphraseLength = 14;

    /// <summary>Rounds of PBKDF2-SHA256 with which a new backup stretches its passphrase.</summary>
    public const int Iterations = 600_000;

    /// <summary>Rounds a backup that is read may ask for: a forged number must not keep the computer busy for hours.</summary>
    public const int MostIterations = 10_000_000;

    public const int KeyFileBytes = 10_000;

    /// <summary>Backups kept in one directory.</summary>
    public const int Kept = 1_000;

    /// <summary>Bytes of a description inside a backup: header and manifest.</summary>
    public const int DescriptionBytes = 32 * 1024 * 1024;

    public const int PartNameBytes = 400;

    /// <summary>Proven backups remembered.</summary>
    public const int Proofs = 50;

    /// <summary>Days after which the last proven backup counts as old.</summary>
    public const int DaysUntilOld = 7;
}
