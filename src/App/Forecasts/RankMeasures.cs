using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Forecasts;

/// <summary>Ranks all measures of a body or region by what they gain in one scenario, with paired runs.</summary>
public sealed class RankMeasures(PrepareOutage prepare, MeasureList measures, StoredResults results, Actor actor)
{
    /// <summary>Best measures whose pairs are tried for overlap.</summary>
    private const int PairsAmong = 5;

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
        var begun = PairedRuns.Begin(outage, selection.Runs, selection.Seed, ct);
        if (begun.Refusal is { } refusal) return refusal;
        var paired = begun.Value;
        var rarer = all.Where(m => ChanceAfter(outage, m.Value) < outage.Inputs.Scenario.YearlyChance).ToList();
        var shortening = all.Where(m => m.Value.Effects.Any(e => e.Parameter != MeasureParameter.YearlyChance)).ToList();
        var ranked = GainsOf(outage, paired, shortening, selection.Threads, progress, ct);
        var (mean, error) = PairedRuns.MeanOf(paired.Baseline);
        var found = ranked.Values.OfType<RankedMeasure>()
            .OrderByDescending(m => m.Measurable).ThenByDescending(m => m.Measurable ? m.GainPerThousand : 0).ThenBy(m => m.Key, StringComparer.Ordinal).ToList();
        return new Ranking
        {
            Baseline = mean,
            BaselineError = error,
            Measures = found,
            ChanceLowering = [.. rarer.Select(m => new RarerOutage(m.Key, m.Value, outage.Inputs.Scenario.YearlyChance, ChanceAfter(outage, m.Value), CostOf(outage, m.Value)))
                .OrderBy(m => m.ChanceAfter).ThenBy(m => m.Key, StringComparer.Ordinal)],
            Overlaps = OverlapsAmong(paired, found, ct),
            NotApplicable = [.. ranked.Where(r => r.Value is null).Select(r => r.Key).Order(StringComparer.Ordinal)],
            Runs = selection.Runs,
            Seed = selection.Seed,
        };
    }

    private static Dictionary<string, RankedMeasure?> GainsOf(
        PreparedOutage outage, PairedRuns paired, List<KeyValuePair<string, MeasureContent>> tried, int threads, IProgress<double>? progress, CancellationToken ct)
    {
        var gains = new RankedMeasure?[tried.Count];
        var done = 0;
        Parallel.For(0, tried.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = ct }, i =>
        {
            var gain = paired.Gain([tried[i].Value], ct);
            if (gain.Refusal is null) gains[i] = new RankedMeasure(tried[i].Key, tried[i].Value, gain.Value.Mean, gain.Value.StandardError, CostOf(outage, tried[i].Value));
            progress?.Report((double)Interlocked.Increment(ref done) / tried.Count);
        });
        return tried.Select((m, i) => (m.Key, Value: gains[i])).ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
    }

    private static List<Overlap> OverlapsAmong(PairedRuns paired, List<RankedMeasure> ranked, CancellationToken ct)
    {
        var best = ranked.Where(m => m is { Measurable: true, Gain: > 0 }).OrderByDescending(m => m.Gain).Take(PairsAmong).ToList();
        var overlaps = new List<Overlap>();
        foreach (var (i, first) in best.Index())
            foreach (var second in best.Skip(i + 1))
                if (paired.Gain([first.Measure, second.Measure], ct) is { Refusal: null } both && both.Value.Mean + 2 * both.Value.StandardError < first.Gain + second.Gain)
                    overlaps.Add(new Overlap(first.Key, second.Key, both.Value.Mean, first.Gain + second.Gain));
        return overlaps;
    }

    private static double ChanceAfter(PreparedOutage outage, MeasureContent measure) => MeasurePatch.Apply([measure], outage.Inputs).Scenario.YearlyChance;

    /// <summary>What the bodies asked for pay together; of a provider's measure their share, by their own size.</summary>
    internal static MeasureCost CostOf(PreparedOutage outage, MeasureContent measure)
    {
        var costs = outage.Inputs.Set.Asked.Select(m => MeasureCost.Of(measure, m.Body, m.Team, Workplaces(m))).ToList();
        return new MeasureCost(costs.Sum(c => c.OneOff), costs.Sum(c => c.Yearly), costs.Sum(c => c.FirstYear), costs.Sum(c => c.PerYear));
    }

    private static int? Workplaces(Services.BodyModel model) =>
        model.Body.Answers.Workplaces ?? model.Resources.Values.Where(r => r.Kind == Services.ResourceKind.Clients).Select(r => r.Units).FirstOrDefault();
}
