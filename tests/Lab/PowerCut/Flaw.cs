namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>Deliberate flaws the trial must catch; else it proves nothing.</summary>
public static class Flaw
{
    /// <summary>The journal is flushed at checkpoints only.</summary>
    public const string SynchronousNormal = "synchronous-normal";

    /// <summary>The rollback journal's removal is not flushed, so the last change can be rolled back.</summary>
    public const string DeleteFull = "delete-full";

    /// <summary>Own files are renamed into place without flushing their bytes.</summary>
    public const string NoFlush = "no-flush";

    /// <summary>Own files are flushed, their new names are not.</summary>
    public const string NoDirectoryFlush = "no-directory-flush";

    /// <summary>Own files are overwritten where they stand.</summary>
    public const string InPlace = "in-place";

    public static IReadOnlyList<string> All { get; } = [SynchronousNormal, DeleteFull, NoFlush, NoDirectoryFlush, InPlace];
}
