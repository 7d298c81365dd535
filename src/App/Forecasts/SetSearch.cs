namespace ResilienceMonitor.Forecasts;

/// <summary>
/// Searches the set of measures that gains most within a budget. Measures are added by gain on top of what is there, once for each euro and once
/// for all it gains; because gains mostly shrink as the set grows, an old gain is an upper bound and most measures need not be tried again (lazy greedy). Both
/// sets are then bettered by exchanges, one or two measures for one or two, as long as that gains more.
/// </summary>
internal sealed class SetSearch(GainsOfSets gains, IReadOnlyList<RankedMeasure> candidates, double budget)
{
    /// <summary>Exchanges of a round that are simulated: those that promise most.</summary>
    private const int Promising = 12;

    private const int MostRounds = 10;

    public BestSet Run(IProgress<double>? progress)
    {
        var byEuro = Improve(Greedy([], perEuro: true));
        progress?.Report(0.6);
        var best = Better(byEuro, Improve(Greedy([], perEuro: false)));
        progress?.Report(1);
        var (gain, error) = gains.Of(best);
        return new BestSet([.. best.Select((m, i) => Step(best, i, m))], gain, error, best.Sum(m => m.Cost.FirstYear), budget);
    }

    private BestSetStep Step(List<RankedMeasure> set, int index, RankedMeasure measure)
    {
        var (gain, error) = gains.OnTop(set[..index], measure);
        return new BestSetStep(measure, gain, error, gains.OnTop([.. set.Where(m => m != measure)], measure));
    }

    private List<RankedMeasure> Greedy(List<RankedMeasure> begin, bool perEuro)
    {
        var chosen = begin.ToList();
        var bounds = candidates.ToDictionary(m => m.Key, m => m.Gain, StringComparer.Ordinal);
        while (Next(chosen, bounds, perEuro) is { } next) chosen.Add(next);
        return chosen;
    }

    private RankedMeasure? Next(List<RankedMeasure> chosen, Dictionary<string, double> bounds, bool perEuro)
    {
        var left = budget - chosen.Sum(m => m.Cost.FirstYear);
        var open = candidates.Where(c => c.Cost.FirstYear <= left && !chosen.Contains(c)).ToList();
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var top = open.OrderByDescending(m => perEuro ? bounds[m.Key] / Math.Max(1, m.Cost.FirstYear) : bounds[m.Key]).ThenBy(m => m.Key, StringComparer.Ordinal).FirstOrDefault();
            if (top is null || bounds[top.Key] <= 0) return null;
            if (!fresh.Add(top.Key)) return top;

            // Nothing as long as it is below two standard errors.
            bounds[top.Key] = gains.OnTop(chosen, top) is { Measurable: true } gain ? gain.Mean : 0;
        }
    }

    private List<RankedMeasure> Improve(List<RankedMeasure> set)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var tried = Exchanges(set);
            gains.Prepare(tried);
            var best = tried.Select(s => Greedy(s, perEuro: true)).Append(set).MaxBy(s => gains.Of(s).Mean)!;
            if (ReferenceEquals(best, set) || gains.Of(best).Mean <= gains.Of(set).Mean) return set;
            set = best;
        }

        return set;
    }

    // A promise: what the new ones add to the set as it is, less what the old ones add to the rest of it.
    private List<List<RankedMeasure>> Exchanges(List<RankedMeasure> set)
    {
        var others = candidates.Where(c => !set.Contains(c)).ToList();
        gains.Prepare([.. others.Select(c => (List<RankedMeasure>)[.. set, c]), .. set.Select(old => set.Where(m => m != old).ToList())]);
        var adds = others.ToDictionary(c => c.Key, c => gains.OnTop(set, c).Mean, StringComparer.Ordinal);
        var loses = set.ToDictionary(m => m.Key, m => gains.OnTop([.. set.Where(o => o != m)], m).Mean, StringComparer.Ordinal);
        var left = budget - set.Sum(m => m.Cost.FirstYear);
        return [.. OneOrTwo(set).SelectMany(taken => OneOrTwo(others).Select(given => (Taken: taken, Given: given)))
            .Where(e => e.Given.Sum(m => m.Cost.FirstYear) <= left + e.Taken.Sum(m => m.Cost.FirstYear))
            .OrderByDescending(e => e.Given.Sum(m => adds[m.Key]) - e.Taken.Sum(m => loses[m.Key])).Take(Promising)
            .Select(e => set.Except(e.Taken).Concat(e.Given).ToList())];
    }

    private static IEnumerable<RankedMeasure[]> OneOrTwo(List<RankedMeasure> measures) =>
        measures.SelectMany((first, i) => measures.Skip(i + 1).Select(second => (RankedMeasure[])[first, second]).Prepend([first]));

    private List<RankedMeasure> Better(List<RankedMeasure> one, List<RankedMeasure> other) => gains.Of(one).Mean >= gains.Of(other).Mean ? one : other;
}
