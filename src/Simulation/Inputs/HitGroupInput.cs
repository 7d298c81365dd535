namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>A segment or provider that is hit as a whole or not at all; then each member is drawn.</summary>
public sealed record HitGroupInput
{
    /// <summary>Stable name; its body part is the body whose luck it is.</summary>
    public required EntityRef Key { get; init; }

    /// <summary>Chance that the group is hit, 0..1 (given that the enclosing group is hit).</summary>
    public double Chance { get; init; } = 1;

    /// <summary>
    /// Added to <see cref="Chance"/>, times the severity of the enclosing group, or of the outage for an outermost one. A severity is a number
    /// from 0 to 1, all equally likely, one for each group and run: how deep an attack goes, which all that depends on it shares. -1..1, and no
    /// severity may lead to a chance outside 0..1.
    /// </summary>
    public double ChanceBySeverity { get; init; }

    /// <summary>Resources that are hit when the group is hit, each with its own chance.</summary>
    public IReadOnlyList<HitInput> Members { get; init; } = [];

    /// <summary>Groups that can only be hit when this one is.</summary>
    public IReadOnlyList<HitGroupInput> Groups { get; init; } = [];
}

/// <summary>A resource that is hit when its group is.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Chance">Chance given that the group is hit, 0..1.</param>
/// <param name="Gates">Damaged or stopped: gates that must pass before work may start. Isolated: gates after which it is back.</param>
/// <param name="ChanceBySeverity">Added to the chance, times the severity of the group; as in <see cref="HitGroupInput.ChanceBySeverity"/>.</param>
public sealed record HitInput(EntityRef Resource, HitKind Kind, double Chance, IReadOnlyList<EntityRef> Gates, double ChanceBySeverity = 0);

/// <summary>What an outage does to a resource. When several hits of one run meet the same resource, the greater value counts, with the gates of all hits of that kind.</summary>
public enum HitKind
{
    /// <summary>Not reachable; no work; back when its gates have passed.</summary>
    Isolated = 1,

    /// <summary>Switched off; only check work.</summary>
    Stopped = 2,

    /// <summary>Destroyed or encrypted; restore work.</summary>
    Damaged = 3,
}
