using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Dependencies;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>How well an agreement with a neighbour holds.</summary>
public enum CoverState
{
    /// <summary>The neighbour can do it.</summary>
    Holds,

    /// <summary>Nothing is known of the neighbour, or not yet how it fares.</summary>
    Unknown,

    /// <summary>The neighbour loses the same service in the same outage.</summary>
    FallsToo,

    /// <summary>The neighbour has the same provider and falls with it.</summary>
    SameProvider,
}

/// <summary>One service a neighbour would take over.</summary>
public sealed record CoveredService(string Service, CoverState State);

/// <summary>One body that would stand in for another, and with what.</summary>
/// <param name="Body">Key of the body that is helped.</param>
/// <param name="Partner">Key of the neighbour.</param>
/// <param name="Services">Keys of the services, with how well each is covered.</param>
public sealed record MutualCover(string Body, string Partner, IReadOnlyList<CoveredService> Services)
{
    /// <summary>Half of the runs: whoever is affected more often cannot be counted on.</summary>
    private const double TooOften = 0.5;

    public int Gaps => Services.Count(s => s.State is CoverState.FallsToo or CoverState.SameProvider);

    /// <param name="set">The models.</param>
    /// <param name="simulated">How they fare; null: not known yet.</param>
    public static IReadOnlyList<MutualCover> Of(ModelSet set, SimulatedOutage? simulated)
    {
        var affected = simulated?.Asked.DistinctBy(a => a.Model.Key)
            .ToDictionary(a => a.Model.Key, a => a.Result.Services.ToDictionary(s => s.Key, s => s.ChanceAffected, StringComparer.Ordinal), StringComparer.Ordinal) ?? [];
        return [.. set.Asked.SelectMany(body => Of(set, body, affected)).OrderByDescending(c => c.Gaps).ThenBy(c => c.Body, StringComparer.Ordinal).ThenBy(c => c.Partner, StringComparer.Ordinal)];
    }

    // A neighbour nobody has named yet is none to count on. One outside the region that is at another provider is not touched; one inside that does
    // not deliver the service is no help.
    private static IEnumerable<MutualCover> Of(ModelSet set, BodyModel body, Dictionary<string, Dictionary<string, double>> affected)
    {
        var shared = SharedFate.Find(set, body).Where(f => body.Body.Providers.Contains(f.Through)).Select(f => (f.Service, f.Substitute)).ToHashSet();
        return body.Services.Where(s => s.Value.Responsibility == Responsibility.Own)
            .SelectMany(s => s.Value.Substitutes.Where(x => x.Kind == SubstituteKind.Neighbour && x.Partner is not null).Select(x => (Service: s.Key, Substitute: x)))
            .GroupBy(s => s.Substitute.Partner!, StringComparer.Ordinal)
            .Select(g => new MutualCover(body.Key, g.Key, [.. g.Select(s => new CoveredService(s.Service, StateOf(s.Service, s.Substitute)))]));

        CoverState StateOf(string service, Substitute substitute) =>
            shared.Contains((service, substitute.Key)) ? CoverState.SameProvider
            : affected.TryGetValue(substitute.Partner!, out var partner) ? partner.GetValueOrDefault(service, 1) >= TooOften ? CoverState.FallsToo : CoverState.Holds
            : affected.Count > 0 && set.PartnerProviders.ContainsKey(substitute.Partner!) ? CoverState.Holds : CoverState.Unknown;
    }
}
