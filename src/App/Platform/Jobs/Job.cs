using NodaTime;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>
/// Work beside the request that survives the process: any node of the installation does it, at least once. What it does has the same effect when it
/// is done twice, or ends the job in the transaction of its effect (<see cref="JobContext.EndWithNextSave"/>).
/// </summary>
public sealed class Job : IDerivedRow
{
    /// <summary>Whose work it is; it sees nothing of other bodies.</summary>
    public required BodyId BodyId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Name of its <see cref="IJobKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Equal keys of a body are the same work, which is done once.</summary>
    public required string Key { get; init; }

    /// <summary>What it needs to know, as JSON of its kind.</summary>
    public required string Payload { get; init; }

    /// <summary>In whose name it runs.</summary>
    public required ActorId RequestedBy { get; init; }

    /// <summary>Language in which it was asked for.</summary>
    public required string Culture { get; init; }

    public JobState State { get; set; } = JobState.Waiting;

    /// <summary>0..1.</summary>
    public double Progress { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Not before.</summary>
    public required Instant DueAt { get; set; }

    /// <summary>When the latest attempt began.</summary>
    public Instant? StartedAt { get; set; }

    public Instant? EndedAt { get; set; }

    /// <summary>Until then the node that runs it has it for itself; it says so again and again while it lives.</summary>
    public Instant? LeaseEndsAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Code of the rule that said no.</summary>
    public string? Refusal { get; set; }

    public bool CancelRequested { get; set; }

    /// <summary>Counts who had it: a node whose number is no longer the one here has lost the job and writes nothing more.</summary>
    public int RowVersion { get; set; } = 1;

    public bool IsOpen => State is JobState.Waiting or JobState.Running;

    /// <summary>Time left, extrapolated; null as long as nothing can be said.</summary>
    public Duration? RemainingAt(Instant now) => State == JobState.Running && Progress > 0.02 && StartedAt is { } begun
        ? (now - begun) * ((1 - Progress) / Progress)
        : null;
}
