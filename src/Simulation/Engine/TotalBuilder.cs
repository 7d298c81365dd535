using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Sums over bodies, run by run, and their statistics.</summary>
internal sealed class TotalBuilder(RunStore store)
{
    /// <param name="bodies">The bodies, each with the weight of its services in the curve.</param>
    public TotalResult Build(IReadOnlyList<(BodyRuns Runs, double Weight)> bodies)
    {
        var daysLost = Sum(bodies, b => b.DaysLost);
        return new()
        {
            DaysLost = Estimate(daysLost),
            DaysLostByRun = daysLost,
            UndoneCaseDays = Estimate(Sum(bodies, b => b.UndoneCaseDays)),
            Cost = new(
                Estimate(Sum(bodies, b => b.Staff)),
                Estimate(Sum(bodies, b => b.OutsideHelp)),
                Estimate(Sum(bodies, b => b.Devices)),
                Estimate(Sum(bodies, b => b.LostFeesAndFines)),
                Estimate(Sum(bodies, b => b.IncomeNotYetCollected))),
            Curve = new()
            {
                Hours = CurveGrid.Hours,
                First = Band(bodies, CurveLayer.First),
                Own = Band(bodies, CurveLayer.Own),
                Cleared = Band(bodies, CurveLayer.Cleared),
            },
        };
    }

    private static Estimate Estimate(double[] byRun) => Quantiles.Estimate(byRun, new double[byRun.Length]);

    private double[] Sum(IReadOnlyList<(BodyRuns Runs, double Weight)> bodies, Func<BodyRuns, double[]> figure)
    {
        var sums = new double[store.Runs];
        foreach (var (runs, _) in bodies)
        {
            var values = figure(runs);
            for (var run = 0; run < sums.Length; run++) sums[run] += values[run];
        }

        return sums;
    }

    private CurveBand Band(IReadOnlyList<(BodyRuns Runs, double Weight)> bodies, CurveLayer layer)
    {
        var (p10, p50, p90) = (new double[CurveGrid.Count], new double[CurveGrid.Count], new double[CurveGrid.Count]);
        var shares = new double[store.Runs];
        for (var hour = 0; hour < CurveGrid.Count; hour++)
        {
            SharesAt(hour, bodies, layer, shares);
            shares.AsSpan().Sort();
            p10[hour] = shares[Quantiles.Index(store.Runs, 10)];
            p50[hour] = shares[Quantiles.Index(store.Runs, 50)];
            p90[hour] = shares[Quantiles.Index(store.Runs, 90)];
        }

        return new(p10, p50, p90);
    }

    // Where there is nothing to deliver, nothing is missing.
    private void SharesAt(int hour, IReadOnlyList<(BodyRuns Runs, double Weight)> bodies, CurveLayer layer, double[] shares)
    {
        var total = bodies.Sum(body => body.Weight);
        Array.Fill(shares, total > 0 ? 0 : 1);
        foreach (var (runs, weight) in bodies)
        {
            if (weight == 0) continue;
            var curve = runs.Curve[(int)layer];
            for (var run = 0; run < shares.Length; run++) shares[run] += curve[hour * store.Runs + run] * (weight / total);
        }
    }
}
