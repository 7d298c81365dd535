using ResilienceMonitor.Bodies;

namespace ResilienceMonitor.Services;

/// <summary>The whole model of one body: what a snapshot holds and what is compiled for the simulation. Keys sort ordinally.</summary>
public sealed record BodyModel
{
    /// <summary>Logical key of the body.</summary>
    public required string Key { get; init; }

    public required BodyContent Body { get; init; }

    /// <summary>The team that counts: the body's own entry, else the starter model's.</summary>
    public required TeamContent Team { get; init; }

    public required IReadOnlyDictionary<string, SegmentContent> Segments { get; init; }
    public required IReadOnlyDictionary<string, ResourceContent> Resources { get; init; }
    public required IReadOnlyDictionary<string, ServiceContent> Services { get; init; }
}
