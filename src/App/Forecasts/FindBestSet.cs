using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Forecasts;

/// <summary>Searches the set of measures that gains most within a budget of first-year cash, for a body or for the bodies of a region that buy together.</summary>
public sealed class FindBestSet(PrepareOutage prepare, RankMeasures rank, StoredResults results, Actor actor)
{
    /// <summary>The set if it was searched already; else null.</summary>
    public async Task<Result<BestSet?>> Find(Selection selection, double budget, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var ranking = await rank.Find(selection, ct);
        return ranking.Refusal is { } notRanked ? notRanked
            : ranking.Value is null ? (BestSet?)null
            : await results.Find<BestSet>(prepared.Value, InputsOf(prepared.Value, selection, ranking.Value, budget), ct);
    }

    public async Task<Result<BestSet>> Run(Selection selection, double budget, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var ranking = await rank.Run(selection, null, ct);
        if (ranking.Refusal is { } notRanked) return notRanked;
        var candidates = ranking.Value.Measures.Where(m => m.Helps && m.Cost.FirstYear <= budget).ToList();
        var found = await Task.Run(() => Search(prepared.Value, selection, candidates, budget, progress, ct), ct);
        if (found.Refusal is null) await results.Keep(prepared.Value, selection, InputsOf(prepared.Value, selection, ranking.Value, budget), found.Value, ct);
        return found;
    }

    private static ResultInputs InputsOf(PreparedOutage outage, Selection selection, Ranking ranking, double budget) =>
        StoredResults.InputsOf(outage, selection, new { budget, measures = ranking.Measures.Select(m => new { m.Key, m.Measure }) });

    private static Result<BestSet> Search(PreparedOutage outage, Selection selection, List<RankedMeasure> candidates, double budget, IProgress<double>? progress, CancellationToken ct)
    {
        var begun = PairedRuns.Begin(outage, selection.Runs, selection.Seed, ct);
        if (begun.Refusal is { } refusal) return refusal;
        var gains = new GainsOfSets(set => begun.Value.DaysLost(set.Select(m => m.Measure), ct), begun.Value.Baseline, selection.Threads, ct);
        return new SetSearch(gains, candidates, budget).Run(progress);
    }
}
