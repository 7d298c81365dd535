using NodaTime;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>What is below the program: version of the runtime, and whether the clock can be right.</summary>
internal sealed class ComputerExamination(DataDirectory directory, Version runtime, IClock clock) : IExamination
{
    /// <summary>Earlier ones have known weak points.</summary>
    public static readonly Version SafeRuntime = new(10, 0, 13);

    /// <summary>This program did not exist before.</summary>
    private static readonly Instant Earliest = Instant.FromUtc(2026, 1, 1, 0, 0);

    /// <summary>By how much clocks of two computers may differ.</summary>
    public static readonly Duration Tolerance = Duration.FromMinutes(5);

    public Task<IReadOnlyList<Finding>> Run(CancellationToken ct) => Task.FromResult<IReadOnlyList<Finding>>([.. Findings()]);

    private IEnumerable<Finding> Findings()
    {
        if (runtime < SafeRuntime) yield return Finding.Of("runtime.old", runtime, SafeRuntime);
        var now = clock.GetCurrentInstant();
        if (now < Earliest) yield return Finding.Of("clock.impossible", now);
        foreach (var file in Directory.EnumerateFiles(directory.Path).Order(StringComparer.Ordinal))
        {
            var written = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(file));
            if (written <= now + Tolerance) continue;
            yield return Finding.Of("clock.behind-file", now, Path.GetFileName(file), written);
            yield break;
        }
    }
}
