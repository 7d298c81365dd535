namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>The people of a body who restore: own staff and helpers, and the hours in which they work.</summary>
public sealed record TeamInput
{
    /// <summary>Own IT people (head count, 0 or more).</summary>
    public required int People { get; init; }

    /// <summary>Share of own people absent, 0..1. Present = round(People x (1 - ShareAbsent)), halves up, at least 1 if People is above 0.</summary>
    public double ShareAbsent { get; init; }

    /// <summary>Outside help and mutual aid, in the order in which they are given work after own people.</summary>
    public IReadOnlyList<HelpInput> Help { get; init; } = [];

    /// <summary>Working windows, one calendar for each start of the outage (<see cref="OutageInput.Starts"/>), or one for all of them.</summary>
    public IReadOnlyList<WorkCalendar> WorkHours { get; init; } = [WorkCalendar.AlwaysOpen];

    /// <summary>Cost of one person-hour of own staff in euro.</summary>
    public double CostPerHour { get; init; }
}
