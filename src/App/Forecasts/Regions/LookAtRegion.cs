using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>
/// Shows a district, the customers of a provider or the region of a coordination office as far as each body lets itself be seen. A result that is
/// not there yet is ordered as a job.
/// </summary>
public sealed class LookAtRegion(PrepareOutage prepare, SimulateOutage simulate, ForecastWork work, BodyDirectory bodies, ConsentedReading consented, Actor actor)
{
    public async Task<Result<RegionOverview>> Run(Selection asked, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var selection = asked with { KnownOnly = true };
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var set = prepared.Value.Inputs.Set;
        var simulated = set.Asked.Count == 0 ? null : await simulate.Find(prepared.Value, selection, ct);
        var started = simulated is null && set.Asked.Count > 0 ? await work.Simulate(selection, ct) : default;
        if (started.Refusal is { } full) return full;
        var (named, unnamed) = await Others(selection, set.Asked.Select(m => m.Key), ct);
        return new RegionOverview
        {
            Title = prepared.Value.Title,
            Set = set,
            NamedOnly = named,
            Unnamed = unnamed,
            Simulated = simulated,
            Running = simulated is null && set.Asked.Count > 0 ? started.Value : null,
            Providers = ProviderShare.Of(set),
            Cover = MutualCover.Of(set, simulated),
        };
    }

    // A consent to the profile lets itself be named; whoever gave none is only counted.
    private async Task<(IReadOnlyList<string> Named, int Unnamed)> Others(Selection selection, IEnumerable<string> known, CancellationToken ct)
    {
        if (selection.Region is not { } key || await bodies.FindRegion(key, ct) is not { Refusal: null } region) return ([], 0);
        var others = region.Value.Content.Members.Except(known, StringComparer.Ordinal).ToList();
        if (others.Count == 0) return ([], 0);
        var profiles = await consented.Grantors(Consents.Profile, ct);
        var named = others.Where(profiles.ContainsKey).Select(k => profiles[k]).Order(GermanOrder.Comparer).ToList();
        return (named, others.Count - named.Count);
    }
}
