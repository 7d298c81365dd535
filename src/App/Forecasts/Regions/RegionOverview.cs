using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>What is known of a region: its bodies, how they fare, on whom they depend, and who could stand in.</summary>
public sealed record RegionOverview
{
    public required string Title { get; init; }

    /// <summary>Models of all members that may be seen, and of their providers.</summary>
    public required ModelSet Set { get; init; }

    /// <summary>Names of members that let themselves be named but not their model be seen.</summary>
    public required IReadOnlyList<string> NamedOnly { get; init; }

    /// <summary>Number of members of which nothing may be seen.</summary>
    public required int Unnamed { get; init; }

    /// <summary>The result, in the order of the members; null: it is being computed.</summary>
    public SimulatedOutage? Simulated { get; init; }

    /// <summary>The simulation that runs now.</summary>
    public Job? Running { get; init; }

    public required IReadOnlyList<ProviderShare> Providers { get; init; }

    public required IReadOnlyList<MutualCover> Cover { get; init; }

    /// <summary>Number of members for which no neighbour stands in with anything.</summary>
    public int WithoutCover => Set.Asked.Count - Cover.Select(c => c.Body).Distinct(StringComparer.Ordinal).Count();
}
