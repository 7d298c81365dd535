using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies;

/// <summary>A set of bodies looked at together. It belongs to a coordination office, which is itself a body.</summary>
public sealed class Region : ModelItem<RegionContent>;

public sealed record RegionContent : ItemContent
{
    /// <summary>Keys of the member bodies, providers not included.</summary>
    public required IReadOnlyList<string> Members { get; init; }
}
