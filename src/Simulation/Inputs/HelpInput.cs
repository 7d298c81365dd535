namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Helpers who arrive after a delay and leave again. They keep the host's window, finish the part begun and take none after leaving.</summary>
public sealed record HelpInput
{
    /// <summary>Key within the body.</summary>
    public required string Key { get; init; }

    /// <summary>Head count, 0 or more.</summary>
    public required int People { get; init; }

    /// <summary>Hours from the start of the outage until they arrive.</summary>
    public required Distribution Delay { get; init; }

    /// <summary>Hours they stay, counted from their arrival: at its end they take no new part. Infinity: until the end.</summary>
    public double Stay { get; init; } = double.PositiveInfinity;

    /// <summary>Cost of one person-hour in euro.</summary>
    public double CostPerHour { get; init; }
}
