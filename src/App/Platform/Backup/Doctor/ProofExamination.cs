using NodaTime;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>Whether there is a backup that was proven, is young, is still there, and lies elsewhere than what it is for.</summary>
internal sealed class ProofExamination(DataDirectory directory, BackupProofs proofs, IClock clock) : IExamination
{
    public Task<IReadOnlyList<Finding>> Run(CancellationToken ct) => Task.FromResult<IReadOnlyList<Finding>>([.. Findings()]);

    private IEnumerable<Finding> Findings()
    {
        if (proofs.Newest() is not { } newest)
        {
            yield return Finding.Of("backup.none");
            yield break;
        }

        var days = (int)(clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(newest.MadeAt)).TotalDays;
        if (days >= BackupLimits.DaysUntilOld) yield return Finding.Of("backup.old", days, newest.File);
        if (!File.Exists(newest.File)) yield return Finding.Of("backup.gone", newest.File);
        else if (newest.File.StartsWith(directory.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)) yield return Finding.Of("backup.same-place", newest.File);
    }
}
