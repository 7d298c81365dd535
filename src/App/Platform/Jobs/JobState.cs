namespace ResilienceMonitor.Platform.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>For its turn, for its time, or for another attempt.</summary>
    Waiting,

    /// <summary>On a node.</summary>
    Running,
    Done,

    /// <summary>A rule said no.</summary>
    Refused,

    /// <summary>By a person; nothing of it was kept.</summary>
    Cancelled,

    /// <summary>By a mistake, or because every node that tried it ended.</summary>
    Failed,
}
