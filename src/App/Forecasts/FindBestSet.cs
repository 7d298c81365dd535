using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Forecasts;

/// <summary>
/// Searches the set of measures that gains most within a budget of first-year cash. Measures are added by gain on top of
/// what is there for each euro; because gains mostly shrink as the set grows, an old gain is an upper bound and most
/// measures need not be tried again (lazy greedy). Then single exchanges are tried until none helps.
/// </summary>
public sealed class FindBestSet(PrepareOutage prepare, Actor actor)
{
    /// <summary>Exchanges tried in the end.</summary>
    private const int ExchangeRounds = 2;

    public async Task<Result<BestSet>> Run(Selection selection, Ranking ranking, double budget, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        return await Task.Run(() => Search(prepared.Value, selection, [.. ranking.Measures.Where(m => m is { Measurable: true, Gain: > 0 } && m.Cost.FirstYear <= budget)], budget, progress, ct), ct);
    }

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
                if (fresh.Add(top.Key)) bounds[top.Key] = gains.Of([.. chosen, top]).Mean - gains.Of(chosen).Mean;
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
        [.. set.Select((m, i) => new BestSetStep(m, gains.Of(set.Take(i + 1).ToList()).Mean - gains.Of(set.Take(i).ToList()).Mean))];

    /// <summary>Gains of sets, each simulated once.</summary>
    private sealed class GainsOfSets(PairedRuns paired, CancellationToken ct)
    {
        private readonly Dictionary<string, (double Mean, double StandardError)> known = new(StringComparer.Ordinal);

        public (double Mean, double StandardError) Of(IReadOnlyList<RankedMeasure> set)
        {
            if (set.Count == 0) return (0, 0);
            var ordered = set.OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
            var key = string.Join('|', ordered.Select(m => m.Key));
            if (!known.TryGetValue(key, out var gain))
            {
                var result = paired.Gain(ordered.Select(m => m.Measure), ct);
                known[key] = gain = result.Refusal is null ? result.Value : (double.NegativeInfinity, 0);
            }

            return gain;
        }
    }
}
