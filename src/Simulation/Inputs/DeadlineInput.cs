namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A calendar deadline of a service, compiled to hours.</summary>
public sealed record DeadlineInput
{
    /// <summary>Key within the service.</summary>
    public required string Key { get; init; }

    /// <summary>Hours before the due hour in which the service must have been at its emergency level at some moment.</summary>
    public required double Lead { get; init; }

    /// <summary>Due hours after the start of the outage, ascending: one list for each start, or one list for all of them. Hours at or before 0 and after the own return are of no matter.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Due { get; init; }
}
