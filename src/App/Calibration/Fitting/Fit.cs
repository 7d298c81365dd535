using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;

namespace ResilienceMonitor.Calibration.Fitting;

/// <summary>
/// Finds the numbers with the least loss on known outages that the prior does not speak against: least n ln(mean loss) + penalty, where n is the number
/// of cases. Each number in turn takes its best step until none moves. What a case loses under some numbers is computed once, so that leaving out each
/// case costs hardly more than one fit.
/// </summary>
internal sealed class Fit
{
    private const int MostSweeps = 6;
    private readonly CaseForecasts forecasts;
    private readonly IReadOnlyList<(KnownOutage Case, IReadOnlyList<(Observation Seen, double Weight)> Rows)> training;
    private readonly Dictionary<(string Case, FittedNumbers Numbers), double> losses = [];

    public Fit(OutageCollection training, CaseForecasts forecasts)
    {
        this.forecasts = forecasts;
        var rows = training.Scored.ToLookup(o => o.Observation.Case, o => (o.Observation, o.Weight), StringComparer.Ordinal);
        this.training = [.. training.Cases.Where(c => rows.Contains(c.Id)).Select(c => (c, (IReadOnlyList<(Observation, double)>)[.. rows[c.Id]]))];
    }

    /// <param name="without">Case to leave out; null: none.</param>
    /// <param name="progress">Told after each number that was looked at.</param>
    public FittedNumbers Find(string? without, Action? progress = null)
    {
        var best = FittedNumbers.Prior;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var before = best;
            for (var parameter = 0; parameter < FittedNumbers.Keys.Count; parameter++)
            {
                best = BestStep(best, parameter, without);
                progress?.Invoke();
            }

            if (best == before) break;
        }

        return best;
    }

    private FittedNumbers BestStep(FittedNumbers from, int parameter, string? without) =>
        Enumerable.Range(0, FittedNumbers.Steps).Select(step => from.With(parameter, step)).MinBy(n => Objective(n, without));

    private double Objective(FittedNumbers numbers, string? without)
    {
        var (loss, weight, cases) = (0.0, 0.0, 0);
        foreach (var (known, rows) in training.Where(t => t.Case.Id != without))
        {
            loss += Loss(known, rows, numbers);
            weight += rows.Sum(r => r.Weight);
            cases++;
        }

        return cases == 0 ? numbers.Penalty : cases * Math.Log(Math.Max(loss, 1e-9) / weight) + numbers.Penalty;
    }

    private double Loss(KnownOutage known, IReadOnlyList<(Observation Seen, double Weight)> rows, FittedNumbers numbers)
    {
        // What a precaution finds is of no matter to the others, so that they need not be simulated for each of its steps.
        if (known.Cause is OutageCause.Encrypted or OutageCause.Power) numbers = numbers with { ClearChance = FittedNumbers.Prior.ClearChance };
        if (losses.TryGetValue((known.Id, numbers), out var computed)) return computed;
        var sum = rows.Sum(r => forecasts.Band(known, numbers, r.Seen) is { } band ? r.Weight * BandScore.Of(band, r.Seen).Loss : 0);
        return losses[(known.Id, numbers)] = sum;
    }
}
