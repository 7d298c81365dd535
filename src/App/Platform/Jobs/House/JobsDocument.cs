namespace ResilienceMonitor.Platform.Jobs.House;

/// <summary>What <c>resmon jobs --json</c> writes.</summary>
public sealed record JobsDocument
{
    public string Format { get; init; } = "resmon-jobs";

    public int Version { get; init; } = 1;

    public required IReadOnlyDictionary<string, JobCounts> Kinds { get; init; }

    /// <summary>Reminders by kind.</summary>
    public required IReadOnlyDictionary<string, int> Notices { get; init; }
}

/// <summary>How many jobs of a kind there are in each state.</summary>
public sealed record JobCounts
{
    public int Waiting { get; init; }

    public int Running { get; init; }

    public int Done { get; init; }

    public int Refused { get; init; }

    public int Cancelled { get; init; }

    public int Failed { get; init; }

    /// <summary>When its calendar says it is due next, for kinds that have one.</summary>
    public string? NextAt { get; init; }

    public JobCounts With(JobState state, int more) => state switch
    {
        JobState.Waiting => this with { Waiting = Waiting + more },
        JobState.Running => this with { Running = Running + more },
        JobState.Done => this with { Done = Done + more },
        JobState.Refused => this with { Refused = Refused + more },
        JobState.Cancelled => this with { Cancelled = Cancelled + more },
        JobState.Failed => this with { Failed = Failed + more },
    };
}
