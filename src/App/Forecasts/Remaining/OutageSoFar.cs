namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>What a body in an outage knows of it so far.</summary>
public sealed record OutageSoFar
{
    /// <summary>Hours since it began, above 0.</summary>
    public required double Hours { get; init; }

    /// <summary>What is back. Every service that is not named has not returned to normal operation.</summary>
    public IReadOnlyList<KnownReturn> Returns { get; init; } = [];

    /// <summary>
    /// True: services that are not named deliver nothing at all. False: all that is known of them is that normal operation on their own IT is not back;
    /// whether they are delivered in some other way is open.
    /// </summary>
    public bool OthersStandStill { get; init; }
}

/// <summary>Something that is back.</summary>
/// <param name="Thing">What kind of thing.</param>
/// <param name="Key">Its key in the model of the body, or that of a gate in the scenario.</param>
/// <param name="Level">Of a service: what is reached; of anything else <see cref="ServiceLevel.Own"/>.</param>
/// <param name="Hours">Since when, in hours after the start of the outage; 0: it was never gone.</param>
public sealed record KnownReturn(KnownThing Thing, string Key, ServiceLevel Level, double Hours);

public enum KnownThing
{
    Service,

    /// <summary>A resource of the body itself that the scenario hits.</summary>
    Resource,

    /// <summary>A gate of the scenario that has passed.</summary>
    Gate,
}

/// <summary>The times of a service, in their order.</summary>
public enum ServiceLevel
{
    /// <summary>Delivered in some way.</summary>
    First,

    /// <summary>At the emergency level.</summary>
    Emergency,

    /// <summary>Normal operation on own IT.</summary>
    Own,
}
