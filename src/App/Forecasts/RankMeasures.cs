using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Forecasts;

/// <summary>Ranks all measures of a body or region by what they gain in one scenario, with paired runs.</summary>
public sealed class RankMeasures(PrepareOutage prepare, MeasureList measures, StoredResults results, Actor actor)
{
    /// <summary>The ranking if it is there already; else null.</summary>
    public async Task<Result<Ranking?>> Find(Selection selection, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        return prepared.Refusal is { } refusal ? refusal : await Find(prepared.Value, selection, ct);
    }

    /// <summary>The same for inputs that are loaded already.</summary>
    public async Task<Ranking?> Find(PreparedOutage prepared, Selection selection, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var tried = await Tried(prepared, selection, ct);
        return await results.Find<Ranking>(prepared, StoredResults.InputsOf(prepared, selection, tried), ct);
    }

    public async Task<Result<Ranking>> Run(Selection selection, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var tried = await Tried(prepared.Value, selection, ct);
        var inputs = StoredResults.InputsOf(prepared.Value, selection, tried);
        if (await results.Find<Ranking>(prepared.Value, inputs, ct) is { } kept) return kept;
        var ranking = await Task.Run(() => Rank(prepared.Value, tried, selection, progress, ct), ct);
        if (ranking.Refusal is null) await results.Keep(prepared.Value, selection, inputs, ranking.Value, ct);
        return ranking;
    }

    private async Task<IReadOnlyList<KeyValuePair<string, MeasureContent>>> Tried(PreparedOutage outage, Selection selection, CancellationToken ct) =>
        [.. (await measures.Of(outage.Owner, ct)).Where(m => !selection.Measures.Contains(m.Key))];

    private static Result<Ranking> Rank(
        PreparedOutage outage, IReadOnlyList<KeyValuePair<string, MeasureContent>> all, Selection selection, IProgress<double>? progress, CancellationToken ct)
    {
        var rarer = all.Where(m => ChanceAfter(outage, m.Value) < outage.Inputs.Scenario.YearlyChance).ToList();
        var shortening = all.Where(m => m.Value.Effects.Any(e => e.Parameter != MeasureParameter.YearlyChance)).ToList();
        var compared = ComparedMeasures.Run(outage, shortening, selection, progress, ct);
        if (compared.Refusal is { } refusal) return refusal;
        return new Ranking
        {
            Baseline = compared.Value.Baseline.Mean,
            BaselineError = compared.Value.Baseline.StandardError,
            Measures = [.. compared.Value.Measures
                .OrderByDescending(m => m.Measurable).ThenByDescending(m => m.Measurable ? m.GainPerThousand : 0).ThenBy(m => m.Key, StringComparer.Ordinal)],
            ChanceLowering = [.. rarer.Select(m => new RarerOutage(m.Key, m.Value, outage.Inputs.Scenario.YearlyChance, ChanceAfter(outage, m.Value), CostOf(outage, m.Value)))
                .OrderBy(m => m.ChanceAfter).ThenBy(m => m.Key, StringComparer.Ordinal)],
            Interactions = compared.Value.Interactions,
            NotApplicable = compared.Value.NotApplicable,
            Runs = selection.Runs,
            Seed = selection.Seed,
        };
    }

    private static double ChanceAfter(PreparedOutage outage, MeasureContent measure) => MeasurePatch.Apply([measure], outage.Inputs).Scenario.YearlyChance;

    /// <summary>What the bodies asked for pay together; of a provider's measure their share, by their own size.</summary>
    internal static MeasureCost CostOf(PreparedOutage outage, MeasureContent measure) =>
        MeasureCost.Together(measure, outage.Inputs.Set.Asked.Select(m => MeasureCost.Of(measure, m.Body, m.Team, Workplaces(m))));

    private static int? Workplaces(Services.BodyModel model) =>
        model.Body.Answers.Workplaces ?? model.Resources.Values.Where(r => r.Kind == Services.ResourceKind.Clients).Select(r => r.Units).FirstOrDefault();
}
