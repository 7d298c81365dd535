using ResilienceMonitor.Platform.Jobs;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>What is known of a region: its bodies, how they fare, on whom they depend, and who could stand in.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Facts">What is shown.</param>
public sealed record RegionOverview(string Title, RegionFacts Facts)
{
    /// <summary>Names of members that let themselves be named but not their model be seen.</summary>
    public IReadOnlyList<string> NamedOnly { get; init; } = [];

    /// <summary>Number of members of which nothing may be seen.</summary>
    public int Unnamed { get; init; }

    /// <summary>The simulation that runs now; null: none is needed.</summary>
    public Job? Running { get; init; }

    /// <summary>True if it is known how the members fare.</summary>
    public bool IsComputed => Facts.Members.Any(m => m.Levels.Count > 0);
}
