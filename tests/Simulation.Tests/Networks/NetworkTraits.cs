namespace ResilienceMonitor.Simulation.Tests.Networks;

/// <summary>What random networks may contain; by default everything.</summary>
internal sealed record NetworkTraits
{
    public static NetworkTraits Everything { get; } = new();

    public bool WorkWindows { get; init; } = true;

    public bool RestartFailures { get; init; } = true;

    public bool HelpLeaves { get; init; } = true;

    /// <summary>More people than there is work for.</summary>
    public bool UnlimitedPeople { get; init; }
}
