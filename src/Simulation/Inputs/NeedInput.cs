namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A group of resources of which one is enough. Several groups of one owner are all needed.</summary>
/// <param name="Members">The alternatives, at least one.</param>
public sealed record NeedGroupInput(IReadOnlyList<NeedMemberInput> Members)
{
    /// <summary>A group with one member at full capacity.</summary>
    public static NeedGroupInput Of(EntityRef resource) => new([new(resource)]);
}

/// <summary>One alternative of a group.</summary>
/// <param name="Resource">The resource, which may belong to another body.</param>
/// <param name="Capacity">Share of normal capacity the owner reaches with this member, above 0 up to 1.</param>
public sealed record NeedMemberInput(EntityRef Resource, double Capacity = 1);
