using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Measures;

/// <summary>A change that improves resilience: a named change of inputs, with what it costs.</summary>
public sealed record MeasureContent : ItemContent
{
    public LocalText? Title { get; init; }
    public LocalText? Description { get; init; }
    public required IReadOnlyList<MeasureEffect> Effects { get; init; }

    /// <summary>Euro once, for the base size; see <see cref="ScalesWith"/>.</summary>
    public double OneOffEuro { get; init; }

    /// <summary>Euro a year.</summary>
    public double YearlyEuro { get; init; }

    /// <summary>What the amounts are multiplied by.</summary>
    public CostScale ScalesWith { get; init; }

    /// <summary>investiv or konsumtiv, for the one-off part.</summary>
    public BudgetKind Budget { get; init; }

    /// <summary>Budget product, for example 11.16 (IT).</summary>
    public string? BudgetProduct { get; init; }

    public bool Fundable { get; init; }

    /// <summary>Own effort.</summary>
    public double PersonDays { get; init; }

    /// <summary>Months until it works.</summary>
    public double LeadTimeMonths { get; init; }

    /// <summary>Sensible for many bodies at once (joint purchase, provider).</summary>
    public bool Joint { get; init; }

    /// <summary>True when the provider must act, not the body.</summary>
    public bool ByProvider { get; init; }

    /// <summary>Source of cost and effect, or null: assumption.</summary>
    public string? SourceNote { get; init; }
}

public enum CostScale
{
    Once,
    PerThousandInhabitants,
    PerWorkplace,
}

public enum BudgetKind
{
    Konsumtiv,
    Investiv,
}

/// <summary>One change of a named parameter. Filters as in a hit rule: an empty one matches everything.</summary>
public sealed record MeasureEffect
{
    public required MeasureParameter Parameter { get; init; }
    public required EffectOperation Operation { get; init; }
    public required double Value { get; init; }

    public IReadOnlyList<ResourceKind> Kinds { get; init; } = [];
    public IReadOnlyList<ResourceHost> Hosts { get; init; } = [];
    public IReadOnlyList<string> Segments { get; init; } = [];
    public IReadOnlyList<string> Resources { get; init; } = [];
    public IReadOnlyList<string> Services { get; init; } = [];
    public IReadOnlyList<SubstituteKind> Substitutes { get; init; } = [];
    public IReadOnlyList<string> Gates { get; init; } = [];
}

/// <summary>How the old value becomes the new one.</summary>
public enum EffectOperation
{
    Set,
    Multiply,
    Add,

    /// <summary>The greater of old value and given one.</summary>
    AtLeast,

    /// <summary>The smaller of old value and given one.</summary>
    AtMost,
}

/// <summary>The inputs a measure can change.</summary>
public enum MeasureParameter
{
    // Resources (filters: kinds, hosts, segments, resources)
    BackupUsable,
    RebuildFactor,
    DataLossHours,
    RestoreWork,
    CheckWork,
    WaitingHours,
    RestartFailure,
    MaxPeople,

    /// <summary>Share of the fleet that clean spare devices replace at once (capacity of the spare clients in every need).</summary>
    SpareClientShare,

    // Hits (filters: kinds, hosts, segments, resources)
    SegmentChance,
    MemberChance,

    // Gates (filter: gates)
    GateDuration,

    // Team
    TeamPeople,
    TeamHoursADay,
    TeamDaysAWeek,
    ShareAbsent,

    /// <summary>Adds helpers under contract: value = head count; they arrive after <see cref="HelpDelayHours"/> (default 72 h).</summary>
    HelpPeople,
    HelpDelayHours,

    // Substitutes (filters: services, substitutes)
    SubstitutePrepared,
    SubstituteStart,
    SubstituteCapacity,
    SubstituteEndurance,

    /// <summary>Adds the neighbour substitute of the catalogue where it is missing, with a partner elsewhere (value = capacity).</summary>
    NeighbourAgreement,

    // Services
    ExtraCapacity,

    // Scenario
    YearlyChance,
}
