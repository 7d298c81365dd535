using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Forecasts;

/// <summary>
/// Searches the set of measures that gains most within a budget of first-year cash. Measures are added by gain on top of
/// what is there for each euro; because gains mostly shrink as the set grows, an old gain is an upper bound and most
/// measures need not be tried again (lazy greedy). Then single exchanges are tried until none helps.
/// </summary>
public sealed class FindBestSet(PrepareOutage prepare, RankMeasures rank, StoredResults results, Actor actor)
{
    /// <summary>Exchanges tried in the end.</summary>
    private const int ExchangeRounds = 2;

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
        var candidates = ranking.Value.Measures.Where(m => m is { Measurable: true, Gain: > 0 } && m.Cost.FirstYear <= budget).ToList();
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
        var gains = new GainsOfSets(begun.Value, ct);
        var byEuro = Greedy(gains, candidates, budget, perEuro: true, progress);
        var byGain = Greedy(gains, candidates, budget, perEuro: false, progress: null);
        var best = gains.Of(byEuro).Mean >= gains.Of(byGain).Mean ? byEuro : byGain;
        best = Exchange(gains, best, candidates, budget);
        progress?.Report(1);
        var (gain, error) = gains.Of(best);
        return new BestSet(Steps(gains, best), gain, error, best.Sum(m => m.Cost.FirstYear), budget);
    }

    private static List<RankedMeasure> Greedy(GainsOfSets gains, List<RankedMeasure> candidates, double budget, bool perEuro, IProgress<double>? progress)
    {
        var chosen = new List<RankedMeasure>();
        var bounds = candidates.ToDictionary(m => m.Key, m => m.Gain, StringComparer.Ordinal);
        var left = budget;
        while (true)
        {
            var fresh = new HashSet<string>(StringComparer.Ordinal);
            RankedMeasure? next = null;
            while (Top(candidates.Where(c => c.Cost.FirstYear <= left && !chosen.Contains(c)), bounds, perEuro) is { } top)
            {
                if (fresh.Add(top.Key)) bounds[top.Key] = gains.OnTop(chosen, top);
                else
                {
                    next = top;
                    break;
                }
            }

            if (next is null || bounds[next.Key] <= 0) return chosen;
            chosen.Add(next);
            left -= next.Cost.FirstYear;
            progress?.Report(budget > 0 ? Math.Min(0.9, 1 - left / budget) : 0.9);
        }
    }

    private static RankedMeasure? Top(IEnumerable<RankedMeasure> candidates, Dictionary<string, double> bounds, bool perEuro) => candidates
        .OrderByDescending(m => perEuro ? bounds[m.Key] / Math.Max(1, m.Cost.FirstYear) : bounds[m.Key])
        .ThenBy(m => m.Key, StringComparer.Ordinal).FirstOrDefault();

    private static List<RankedMeasure> Exchange(GainsOfSets gains, List<RankedMeasure> set, List<RankedMeasure> candidates, double budget)
    {
        for (var round = 0; round < ExchangeRounds; round++)
        {
            var better = set.SelectMany(old => candidates.Where(c => !set.Contains(c)).Select(c => set.Select(m => m == old ? c : m).ToList()))
                .Where(s => s.Sum(m => m.Cost.FirstYear) <= budget && s.Sum(m => m.Gain) > gains.Of(set).Mean)
                .Where(s => gains.Of(s).Mean > gains.Of(set).Mean)
                .MaxBy(s => gains.Of(s).Mean);
            if (better is null) break;
            set = better;
        }

        return set;
    }

    private static List<BestSetStep> Steps(GainsOfSets gains, List<RankedMeasure> set) =>
        [.. set.Select((m, i) => new BestSetStep(m, gains.OnTop(set.Take(i).ToList(), m)))];

    /// <summary>Gains of sets, each simulated once.</summary>
    private sealed class GainsOfSets(PairedRuns paired, CancellationToken ct)
    {
        private readonly Dictionary<string, IReadOnlyList<double>> lost = new(StringComparer.Ordinal) { [""] = paired.Baseline };

        public (double Mean, double StandardError) Of(IReadOnlyList<RankedMeasure> set) => PairedRuns.Difference(paired.Baseline, LostWith(set));

        /// <summary>What a measure adds to a set; nothing as long as it is below two standard errors.</summary>
        public double OnTop(IReadOnlyList<RankedMeasure> set, RankedMeasure measure)
        {
            var (mean, error) = PairedRuns.Difference(LostWith(set), LostWith([.. set, measure]));
            return mean >= 2 * error ? mean : 0;
        }

        private IReadOnlyList<double> LostWith(IReadOnlyList<RankedMeasure> set)
        {
            var ordered = set.OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
            var key = string.Join('|', ordered.Select(m => m.Key));
            if (!lost.TryGetValue(key, out var runs)) lost[key] = runs = paired.DaysLost(ordered.Select(m => m.Measure), ct).Value;
            return runs;
        }
    }
}
