namespace ResilienceMonitor.Platform.Jobs;

/// <summary>A kind of job; features register theirs.</summary>
public interface IJobKind
{
    /// <summary>Stands in the row of the job, so it is never changed. For kinds people ask for it is also the key of the text they read while they wait.</summary>
    string Name { get; }

    /// <summary>Uses every core: a node does one such job at a time.</summary>
    bool Heavy { get; }

    /// <summary>When it is due for each body, as a Quartz cron expression in UTC; null: only when somebody asks for it.</summary>
    string? Calendar { get; }

    /// <summary>Does the work, on services of its own; returns the refusal of a rule or null. Done twice it has the effect of once.</summary>
    Task<Refusal?> Run(JobContext job, IProgress<double> progress, CancellationToken ct);
}
