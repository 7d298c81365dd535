using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>
/// Shows a district, the customers of a provider or the region of a coordination office as far as each body lets itself be seen. A result that is
/// not there yet is ordered as a job.
/// </summary>
public sealed class LookAtRegion(PrepareOutage prepare, SimulateOutage simulate, StoredResults results, RegionStamp stamps, ForecastWork work, BodyDirectory bodies, ConsentedReading consented, Actor actor)
{
    public async Task<Result<RegionOverview>> Run(Selection asked, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var selection = asked with { KnownOnly = true };
        var subject = await prepare.Subject(selection, ct);
        if (subject.Refusal is { } nobody) return nobody;
        var stamp = await stamps.Of(subject.Value, selection, ct);
        var kept = stamp is null ? null : await results.Find<RegionFacts>(subject.Value.Owner, stamp, ct);
        Result<(RegionFacts Facts, Job? Running)> made = kept is null ? await Make(selection, stamp, ct) : (kept, (Job?)null);
        if (made.Refusal is { } refusal) return refusal;
        var (facts, running) = made.Value;
        var (named, unnamed) = await Others(subject.Value.Members.Except(facts.Members.Select(m => m.Key), StringComparer.Ordinal).ToList(), ct);
        return new RegionOverview(subject.Value.Title, facts) { NamedOnly = named, Unnamed = unnamed, Running = running };
    }

    private async Task<Result<(RegionFacts Facts, Job? Running)>> Make(Selection selection, string? stamp, CancellationToken ct)
    {
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var named = await bodies.All(ct);
        if (prepared.Value.Inputs.Set.Asked.Count == 0) return (RegionFacts.Of(prepared.Value, null, named), null);
        if (await simulate.Find(prepared.Value, selection, ct) is { } simulated)
        {
            var facts = RegionFacts.Of(prepared.Value, simulated, named);
            if (stamp is not null) await results.KeepView(prepared.Value, selection, stamp, facts, ct);
            return (facts, null);
        }

        var started = await work.Simulate(selection, ct);
        return started.Refusal is { } full ? full : (RegionFacts.Of(prepared.Value, null, named), started.Value);
    }

    // A consent to the profile lets itself be named; whoever gave none is only counted.
    private async Task<(IReadOnlyList<string> Named, int Unnamed)> Others(List<string> others, CancellationToken ct)
    {
        if (others.Count == 0) return ([], 0);
        var profiles = await consented.Grantors(Consents.Profile, ct);
        var named = others.Where(profiles.ContainsKey).Select(k => profiles[k]).Order(GermanOrder.Comparer).ToList();
        return (named, others.Count - named.Count);
    }
}
