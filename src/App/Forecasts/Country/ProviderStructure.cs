using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>Who runs the IT of a body whose list does not say so: an assumption of the catalogue <c>provider-structures.json</c>.</summary>
public sealed record ProviderStructure
{
    public required LocalText Title { get; init; }

    public required LocalText Explanation { get; init; }

    /// <summary>Bodies of the same area share providers.</summary>
    public required ProviderArea Within { get; init; }

    /// <summary>Most customers of one provider, at least 1; an area with more has several of equal size.</summary>
    public required int Customers { get; init; }

    /// <summary>Share of bodies that run their IT themselves, 0..1, by legal status; <c>*</c> for all others.</summary>
    public required IReadOnlyDictionary<string, double> OwnCentre { get; init; }

    /// <summary>Chance in a run that the outage happens to a provider, or to a body that runs its IT itself; above 0, up to 1.</summary>
    public required double Chance { get; init; }

    public required IReadOnlyDictionary<string, string> Basis { get; init; }
}

/// <summary>What the customers of an assumed provider have in common.</summary>
public enum ProviderArea
{
    State,
    District,
}
