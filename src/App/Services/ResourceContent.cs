using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services;

/// <summary>A resource of a body: what its services need.</summary>
public sealed record ResourceContent : ItemContent
{
    public required ResourceKind Kind { get; init; }

    public required ResourceHost Host { get; init; }

    /// <summary>Key of the segment it falls with; null: alone.</summary>
    public string? Segment { get; init; }

    /// <summary>Person-hours to restore it when damaged.</summary>
    public Spread RestoreWork { get; init; } = Spread.Of(0);

    /// <summary>Person-hours to check it when it was only stopped.</summary>
    public Spread CheckWork { get; init; } = Spread.Of(0);

    public int MaxPeople { get; init; } = 1;

    /// <summary>Hours after the work that no person shortens.</summary>
    public Spread WaitingHours { get; init; } = Spread.Of(0);

    public double BackupUsable { get; init; } = 1;
    public double RebuildFactor { get; init; } = 1;
    public double DataLossHours { get; init; }
    public double RestartFailure { get; init; }
    public double RestartRepeat { get; init; }

    /// <summary>Number of devices when it is a fleet.</summary>
    public int? Units { get; init; }

    public double ReplacementCost { get; init; }

    public IReadOnlyList<NeedGroup> Needs { get; init; } = [];

    /// <summary>What must be there before work may start; null: the same as <see cref="Needs"/>.</summary>
    public IReadOnlyList<NeedGroup>? Prerequisites { get; init; }

    /// <summary>Required time set by a person, with the reason.</summary>
    public RequirementOverride? Required { get; init; }
}

/// <summary>A required time that a person set against the derived one.</summary>
public sealed record RequirementOverride(double Hours, string Reason);

/// <summary>A group of which one member is enough.</summary>
/// <param name="Members">The alternatives.</param>
public sealed record NeedGroup(IReadOnlyList<NeedMember> Members)
{
    public static NeedGroup Of(params IEnumerable<string> resources) => new([.. resources.Select(r => new NeedMember(r))]);
}

/// <summary>One alternative.</summary>
/// <param name="Resource">Key of a resource of the same body, or <c>body key/resource key</c> of another one.</param>
/// <param name="Capacity">Share of normal capacity reached with it.</param>
public sealed record NeedMember(string Resource, double Capacity = 1);

public enum ResourceKind
{
    Application,
    FileShare,
    Directory,
    Server,
    Backup,
    Network,
    Clients,
    SpareClients,
    Mail,
    Telephony,
    Building,
    Power,
    Staff,
    Device,
    Material,
    OutsideRegister,
    OutsideNetwork,
    CloudService,
    ControlSystem,
}

/// <summary>Who runs it.</summary>
public enum ResourceHost
{
    Own,
    Provider,
    Vendor,
    State,
    District,
}
