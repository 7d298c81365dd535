using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;

namespace ResilienceMonitor.Calibration.Fitting;

/// <summary>Puts forecasts beside what was observed.</summary>
/// <param name="judged">The outages to compare with.</param>
/// <param name="training">Where forecasts without model come from; null: from the other cases of <paramref name="judged"/>.</param>
/// <param name="forecasts">The model.</param>
internal sealed class JudgeCases(OutageCollection judged, OutageCollection? training, CaseForecasts forecasts)
{
    /// <param name="numbers">The numbers each case is forecast with.</param>
    /// <param name="progress">Told the finished share.</param>
    public Validation Run(Func<KnownOutage, FittedNumbers> numbers, Action<double>? progress = null)
    {
        var weights = judged.Scored.GroupBy(s => s.Observation).ToDictionary(g => g.Key, g => g.First().Weight);
        var rows = new List<JudgedRow>();
        var given = new List<GivenFirst>();
        foreach (var (place, known) in judged.Cases.Index())
        {
            var own = Rows(known, numbers(known), weights).ToList();
            rows.AddRange(own);
            var runs = forecasts.Runs(known, numbers(known));
            if (GivenFirst.Of([.. own.Where(r => r.Weight > 0)], runs.Days, forecasts.Noise) is { } later) given.Add(later);
            progress?.Invoke((place + 1.0) / judged.Cases.Count);
        }

        return new(new(rows), given);
    }

    private IEnumerable<JudgedRow> Rows(KnownOutage known, FittedNumbers numbers, Dictionary<Observation, double> weights)
    {
        var naive = new NaiveForecasts(training ?? judged, training is null ? known.Id : null);
        return judged.Observations.Where(o => o.Case == known.Id).Select(seen => new JudgedRow
        {
            Case = known,
            Seen = seen,
            Band = forecasts.Band(known, numbers, seen),
            N1 = naive.N1(seen.Milestone),
            N2 = naive.N2(seen.Milestone, known.Cause),
            Comparables = naive.Comparables(seen.Milestone),
            Weight = weights.GetValueOrDefault(seen),
        });
    }
}
