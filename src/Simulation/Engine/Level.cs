namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Comparing capacities, which are products of shares and so may miss a level by rounding.</summary>
internal static class Level
{
    /// <summary>Own capacity from which a service works normally.</summary>
    public const double Normal = 0.95;

    /// <summary>Stands for "anything above 0" where a level is asked for.</summary>
    public const double AboveZero = 1e-300;

    private const double Slack = 1 - 1e-9;

    public static bool Reached(double capacity, double level) => capacity >= level * Slack;
}
