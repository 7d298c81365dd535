using ResilienceMonitor.Bodies;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Compilation;

namespace ResilienceMonitor.Forecasts;

/// <summary>Loads what a selection names and puts levers and chosen measures in place.</summary>
public sealed class PrepareOutage(BodyDirectory bodies, ModelReader models, ScenarioList scenarios, MeasureList measures, RegionCompiler compiler, Actor actor)
{
    public async Task<Result<PreparedOutage>> Run(Selection selection, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        if (selection.Runs is < 1 or > Limits.Runs) return Refusal.Of<ForecastsTexts>("runs.out-of-range", Limits.Runs);
        if (selection.Accuracy is not (null or >= Limits.FinestAccuracy and <= Limits.CoarsestAccuracy)) return Refusal.Of<ForecastsTexts>("accuracy.out-of-range", 100 * Limits.FinestAccuracy, 100 * Limits.CoarsestAccuracy);
        var subject = await Subject(selection, ct);
        if (subject.Refusal is { } refusal) return refusal;
        var (owner, key, title, members) = subject.Value;
        var set = await models.LoadSet(selection.KnownOnly ? await models.Known(members, ct) : members, ct);
        if (set.Refusal is { } noSet) return noSet;
        var parts = set.Value.All.Sum(m => (long)m.Resources.Count + m.Services.Count);
        if (selection.Accuracy is null && parts * selection.Runs > Limits.SimulatedValues) return Refusal.Of<ForecastsTexts>("runs.too-many", Math.Max(1, Limits.SimulatedValues / parts));
        var scenario = await scenarios.Find(owner, selection.Scenario, ct);
        if (scenario.Refusal is { } noScenario) return noScenario;
        var chosen = await ChosenMeasures(owner, selection, ct);
        if (chosen.Refusal is { } noMeasure) return noMeasure;
        var before = new PatchedInputs(set.Value, scenario.Value);
        List<MeasureContent> changes = [.. chosen.Value, .. selection.Levers.AsMeasures()];
        return new PreparedOutage(owner, key, title, MeasurePatch.Apply(changes, before), ProviderKey(selection.Provider ?? selection.CustomersOf, set.Value, scenario.Value), compiler)
        {
            Before = changes.Count > 0 ? before : null,
        };
    }

    /// <summary>Whom a selection means, without reading any model.</summary>
    internal async Task<Result<OutageSubject>> Subject(Selection selection, CancellationToken ct)
    {
        if (selection.Region is { } regionKey)
        {
            var region = await bodies.FindRegion(regionKey, ct);
            return region.Refusal is { } noRegion ? noRegion : new OutageSubject(region.Value.BodyId, regionKey, region.Value.Content.Name ?? regionKey, region.Value.Content.Members);
        }

        if (selection.CustomersOf is { } providerKey)
        {
            var provider = await bodies.Find(providerKey, ct);
            if (provider.Refusal is { } noProvider) return noProvider;
            var customers = await bodies.CustomersOf(providerKey, ct);
            return customers.Count == 0
                ? Refusal.Of<ForecastsTexts>("provider.no-customers", provider.Value.DisplayName)
                : new OutageSubject(provider.Value.BodyId, providerKey, provider.Value.DisplayName, customers);
        }

        if (selection.District is { } districtKey)
        {
            var district = await bodies.Find(districtKey, ct);
            return district.Refusal is { } noDistrict ? noDistrict : new OutageSubject(district.Value.BodyId, districtKey, district.Value.DisplayName, [districtKey, .. await bodies.MunicipalitiesOf(districtKey, ct)]);
        }

        if (selection.Body is not { } bodyKey) return Refusal.Of<ForecastsTexts>("selection.empty");
        var body = await bodies.Find(bodyKey, ct);
        return body.Refusal is { } noBody ? noBody : new OutageSubject(body.Value.BodyId, bodyKey, body.Value.DisplayName, [bodyKey]);
    }

    private async Task<Result<IReadOnlyList<MeasureContent>>> ChosenMeasures(BodyId owner, Selection selection, CancellationToken ct)
    {
        if (selection.Measures.Count == 0) return Array.Empty<MeasureContent>();
        var all = await measures.Of(owner, ct);
        return selection.Measures.FirstOrDefault(m => !all.ContainsKey(m)) is { } missing
            ? Refusal.Of<ForecastsTexts>("measure.not-found", missing)
            : selection.Measures.Select(m => all[m]).ToList();
    }

    // A provider may be named by its key or by its name, as in the list that was imported. Without a name it is the one
    // that most of the bodies depend on, and the result says which it was.
    private static string? ProviderKey(string? asked, ModelSet set, ScenarioContent scenario)
    {
        if (scenario.Target != ScenarioTarget.Provider) return null;
        if (asked is not null)
            return set.All.FirstOrDefault(m => m.Key == asked || (m.Body.Kind == BodyKind.Provider && string.Equals(m.Body.Name, asked, StringComparison.OrdinalIgnoreCase)))?.Key ?? asked;
        return set.Asked.Select(ScenarioCompiler.MainProvider).OfType<string>().CountBy(p => p)
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key).FirstOrDefault();
    }
}

/// <summary>Whom a selection means.</summary>
/// <param name="Owner">Whose forecast it is.</param>
/// <param name="Key">Key of the body, provider, district or region.</param>
/// <param name="Title">Its name.</param>
/// <param name="Members">Keys of the bodies that are simulated.</param>
internal sealed record OutageSubject(BodyId Owner, string Key, string Title, IReadOnlyList<string> Members);
