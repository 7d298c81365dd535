namespace ResilienceMonitor.Simulation;

/// <summary>What a random number is for. The numbers are part of the format of a result: never reuse or change one.</summary>
internal enum ChancePurpose
{
    Slip = 1,
    GroupHit = 2,
    MemberHit = 3,
    RestoreWork = 4,
    CheckWork = 5,
    Waiting = 6,
    Backup = 7,
    RestartTest = 8,
    GateDuration = 9,
    HelpDelay = 10,
    SubstituteStart = 11,
    Severity = 12,

    /// <summary>Draws from results, not part of any run.</summary>
    Resample = 13,

    /// <summary>Order in which the points of Sobol's sequence come.</summary>
    Order = 14,
}
