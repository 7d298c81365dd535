namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Named limits of what can be simulated. What is beyond them is refused by <see cref="RegionCheck"/>, so that nothing hangs, runs out of memory or overflows.</summary>
public static class InputLimits
{
    /// <summary>Runs of one simulation.</summary>
    public const int Runs = 1_000_000;

    /// <summary>Threads of one simulation.</summary>
    public const int Threads = 1_024;

    /// <summary>Bodies of a region.</summary>
    public const int Bodies = 100_000;

    /// <summary>Resources of a region.</summary>
    public const int Resources = 500_000;

    /// <summary>Services of a region.</summary>
    public const int Services = 1_000_000;

    /// <summary>Members of all groups of needs and prerequisites of a region.</summary>
    public const int Needs = 20_000_000;

    /// <summary>Alternatives in one group.</summary>
    public const int Alternatives = 1_000;

    /// <summary>People of a team or of one group of helpers, and people who share the work on one resource.</summary>
    public const int People = 10_000;

    /// <summary>Starts of an outage.</summary>
    public const int Starts = 10_000;

    /// <summary>Hours, person-hours and factors that can be drawn: a hundred thousand million years.</summary>
    public const double Draw = 1e15;

    /// <summary>Euro, cases and factors.</summary>
    public const double Amount = 1e12;

    /// <summary>Exponent of the slip factor of a gate.</summary>
    public const double SlipExponent = 10;
}
