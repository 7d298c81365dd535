using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>
/// Which draws of a simulation get a dimension of Sobol's sequence. All others are spread over their range each by itself. Simulations that are compared run by run need the
/// same plan, so that the luck of an entity stays whatever is added or taken away.
/// </summary>
/// <param name="Draws">Names of draws (docs/simulation.md, "Chance"), in the order of the dimensions; at most 16 count.</param>
public sealed record PointPlan(IReadOnlyList<ulong> Draws)
{
    /// <summary>Every run by itself, without any plan: plain Monte Carlo, which needs many more runs for the same accuracy.</summary>
    public static PointPlan Independent { get; } = new([]);

    /// <summary>Only what all bodies share, severity and slip: for parts of a region that are played one after the other and summed run by run.</summary>
    public static PointPlan Shared { get; } = new(PointPlanner.Shared);

    /// <summary>The draws that matter most: what all share, then whatever the most services depend on.</summary>
    /// <exception cref="ArgumentException">The input is not valid.</exception>
    public static PointPlan Of(RegionInput region, OutageInput outage)
    {
        RegionCheck.Require(region, outage);
        return new(PointPlanner.Draws(region, outage));
    }
}
