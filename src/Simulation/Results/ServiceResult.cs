namespace ResilienceMonitor.Simulation.Results;

/// <summary>Results of one service.</summary>
public sealed record ServiceResult
{
    /// <summary>Key within the body.</summary>
    public required string Key { get; init; }

    /// <summary>Share of runs in which its own capacity fell below normal.</summary>
    public required double ChanceAffected { get; init; }

    /// <summary>First hour with any delivery at all (total above 0).</summary>
    public required TimeBand First { get; init; }

    /// <summary>First hour at or above the emergency level.</summary>
    public required TimeBand Emergency { get; init; }

    /// <summary>Hour from which the own capacity is at least 0.95 and stays.</summary>
    public required TimeBand Own { get; init; }

    /// <summary>Hour at which the backlog is cleared.</summary>
    public required TimeBand Cleared { get; init; }

    /// <summary>Chance that the longest unbroken stretch below the emergency level exceeds the MTPD; zero when it has none.</summary>
    public required Estimate MtpdExceeded { get; init; }

    /// <summary>Chance to miss at least one date of each deadline.</summary>
    public required IReadOnlyList<DeadlineResult> Deadlines { get; init; }

    /// <summary>Service days lost: integral of (1 - total capacity), in days.</summary>
    public required Estimate DaysLost { get; init; }

    /// <summary>Undone case-days: integral of the open cases, in days.</summary>
    public required Estimate UndoneCaseDays { get; init; }

    /// <summary>Cases that expired while open.</summary>
    public required Estimate ExpiredCases { get; init; }

    /// <summary>Chance that a damaged resource it needs is restored with more lost data than its RPO allows, or without a usable backup.</summary>
    public required Estimate RpoExceeded { get; init; }

    /// <summary>How likely each state is over time.</summary>
    public required ServiceStates States { get; init; }
}

/// <summary>Chance to miss a deadline.</summary>
/// <param name="Key">Key within the service.</param>
/// <param name="Missed">Chance that at least one date within the outage is missed.</param>
/// <param name="DatesMissed">Mean number of dates missed.</param>
public sealed record DeadlineResult(string Key, Estimate Missed, double DatesMissed);
