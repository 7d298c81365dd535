using ResilienceMonitor.Bodies;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>What is shown of a region, small enough to be kept beside the result it was made from.</summary>
public sealed record RegionFacts
{
    /// <summary>The members whose model may be seen.</summary>
    public required IReadOnlyList<RegionMember> Members { get; init; }

    /// <summary>Providers and neighbours of the members that are no members themselves, and may be named.</summary>
    public required IReadOnlyList<RegionMember> Others { get; init; }

    public required IReadOnlyList<ProviderShare> Providers { get; init; }

    public required IReadOnlyList<MutualCover> Cover { get; init; }

    /// <summary>Number of members for which no neighbour stands in with anything.</summary>
    public int WithoutCover => Members.Count - Cover.Select(c => c.Body).Distinct(StringComparer.Ordinal).Count();

    /// <param name="outage">The models.</param>
    /// <param name="simulated">How they fare; null: not known yet.</param>
    /// <param name="bodies">Bodies that may be named.</param>
    public static RegionFacts Of(PreparedOutage outage, SimulatedOutage? simulated, IReadOnlyList<Body> bodies)
    {
        var set = outage.Inputs.Set;
        var cover = MutualCover.Of(set, simulated);
        var partners = cover.Select(c => c.Partner).Except(set.All.Select(m => m.Key), StringComparer.Ordinal).ToHashSet();
        return new RegionFacts
        {
            Members = [.. set.Asked.Select((m, i) => Member(m.Key, m.Body, set.Lent.Contains(m.Key)) with
            {
                Levels = simulated is null ? [] : [.. RegionSteps.Hours.Select(hour => BodyLevel.At(simulated.Result.Bodies[i], hour))],
            })],
            Others = [.. set.Providers.Select(m => Member(m.Key, m.Body, false)), .. bodies.Where(b => partners.Contains(b.Key)).Select(b => Member(b.Key, b.Content, false))],
            Providers = ProviderShare.Of(set),
            Cover = cover,
        };
    }

    private static RegionMember Member(string key, BodyContent content, bool lent) => new(key, content.Name, content.CatalogueKey, content.Kind, lent);
}

/// <summary>A body of a region.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its own name, if it has one.</param>
/// <param name="CatalogueKey">The catalogue's name for it, if there is one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lent">It belongs to others and is seen by their consent.</param>
public sealed record RegionMember(string Key, string? Name, string? CatalogueKey, BodyKind Kind, bool Lent)
{
    /// <summary>How it fares at each of <see cref="RegionSteps"/>; empty: not known yet.</summary>
    public IReadOnlyList<BodyLevel> Levels { get; init; } = [];
}
