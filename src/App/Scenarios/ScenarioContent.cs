using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Scenarios;

/// <summary>What happens to whom: rules that are compiled against the models of the bodies concerned.</summary>
public sealed record ScenarioContent : ItemContent
{
    public LocalText? Title { get; init; }

    /// <summary>The beginning of a sentence: "Wenn heute der IT-Dienstleister verschlüsselt wird".</summary>
    public LocalText? When { get; init; }

    public LocalText? Description { get; init; }

    /// <summary>Whose outage it is: the body itself or its shared provider.</summary>
    public required ScenarioTarget Target { get; init; }

    public IReadOnlyList<HitRule> Hits { get; init; } = [];
    public IReadOnlyList<GateRule> Gates { get; init; } = [];

    /// <summary>Slip factor: real over planned.</summary>
    public Spread Slip { get; init; } = Spread.Of(1);

    /// <summary>Replaces the chance that a backup is usable, for all damaged resources; null: as in the model.</summary>
    public double? BackupUsable { get; init; }

    /// <summary>Replaces the share of the team that is absent.</summary>
    public double? ShareAbsent { get; init; }

    /// <summary>Chance in a year that a body (or its provider) meets it.</summary>
    public double YearlyChance { get; init; }

    /// <summary>Source of the chance, or "Annahme"/"assumption".</summary>
    public LocalText? YearlyChanceSource { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];
}

public enum ScenarioTarget
{
    Own,
    Provider,
}

/// <summary>Which resources are hit. All given filters must match; an empty filter matches everything.</summary>
public sealed record HitRule
{
    public required string Key { get; init; }

    /// <summary>Whose resources: those of the target (own body or provider), or those of the provider's customers.</summary>
    public HitOwner Owner { get; init; }

    public IReadOnlyList<ResourceKind> Kinds { get; init; } = [];
    public IReadOnlyList<ResourceHost> Hosts { get; init; } = [];
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Catalogue keys of resources.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    public required HitKind Kind { get; init; }

    /// <summary>Chance that a segment is hit (resources without segment: each for itself).</summary>
    public double SegmentChance { get; init; } = 1;

    /// <summary>Chance of each member of a segment that is hit.</summary>
    public double MemberChance { get; init; } = 1;

    /// <summary>Keys of gates of the same owner, before which no work starts (isolated: after which they are back).</summary>
    public IReadOnlyList<string> Gates { get; init; } = [];
}

public enum HitOwner
{
    Target,
    Customers,
}

/// <summary>A step before restoration may go on.</summary>
public sealed record GateRule
{
    public required string Key { get; init; }
    public LocalText? Title { get; init; }
    public HitOwner Owner { get; init; }

    /// <summary>Hours it lasts.</summary>
    public required Spread Duration { get; init; }

    /// <summary>Keys of gates that come first; of the same owner, else of the target.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Kinds of resources of the same owner that must be back first.</summary>
    public IReadOnlyList<ResourceKind> AfterKinds { get; init; } = [];

    public double SlipExponent { get; init; } = 1;

    /// <summary>Passing it is the detection, for the owner and (target's gate) for all customers.</summary>
    public bool Detects { get; init; }
}
