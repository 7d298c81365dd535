using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Sums over bodies, run by run, and their statistics.</summary>
/// <param name="runs">Number of runs.</param>
/// <param name="weight">Weight in the curve of all bodies that will be added; 0: there is nothing to deliver, so nothing is missing.</param>
/// <param name="figures">What is asked for.</param>
internal sealed class TotalSums(int runs, double weight, Figures figures)
{
    private readonly double[] _daysLost = new double[runs];
    private readonly double[] _undoneCaseDays = new double[runs];
    private readonly double[] _staff = new double[runs];
    private readonly double[] _outsideHelp = new double[runs];
    private readonly double[] _devices = new double[runs];
    private readonly double[] _lostFeesAndFines = new double[runs];
    private readonly double[] _incomeNotYetCollected = new double[runs];
    private readonly double[][] _curve = [.. Enumerable.Range(0, figures.HasFlag(Figures.Curves) ? BodyBlock.Layers : 0).Select(_ => new double[CurveGrid.Count * runs])];

    // What is not asked for is 0 in all runs.
    private bool HasMore => (figures & (Figures.Backlog | Figures.Cost)) != 0;

    private double[][] ByRun => HasMore ? [_daysLost, _undoneCaseDays, _staff, _outsideHelp, _devices, _lostFeesAndFines, _incomeNotYetCollected] : [_daysLost];

    /// <param name="body">A body.</param>
    /// <param name="weightOfBody">Weight of its services in the curve.</param>
    public void Add(BodyRuns body, double weightOfBody)
    {
        AddEach(ByRun, HasMore ? [body.DaysLost, body.UndoneCaseDays, body.Staff, body.OutsideHelp, body.Devices, body.LostFeesAndFines, body.IncomeNotYetCollected] : [body.DaysLost]);
        if (weightOfBody == 0) return;
        var share = weightOfBody / weight;
        for (var layer = 0; layer < _curve.Length; layer++)
        {
            var (sums, shares) = (_curve[layer], body.Curve[layer]);
            for (var i = 0; i < sums.Length; i++) sums[i] += shares[i] * share;
        }
    }

    /// <summary>Sums over other bodies.</summary>
    public void Add(TotalSums other)
    {
        AddEach(ByRun, other.ByRun);
        AddEach(_curve, other._curve);
    }

    public TotalResult Build(Quantiles quantiles)
    {
        var (hasBacklog, hasCost) = (figures.HasFlag(Figures.Backlog), figures.HasFlag(Figures.Cost));
        return new()
        {
            DaysLost = Estimate(_daysLost, figures.HasFlag(Figures.DaysLost)),
            DaysLostByRun = _daysLost,
            UndoneCaseDays = Estimate(_undoneCaseDays, hasBacklog),
            Cost = new(
                Estimate(_staff, hasCost),
                Estimate(_outsideHelp, hasCost),
                Estimate(_devices, hasCost),
                Estimate(_lostFeesAndFines, hasCost),
                Estimate(_incomeNotYetCollected, hasCost)),
            Curve = new()
            {
                Hours = figures.HasFlag(Figures.Curves) ? CurveGrid.Hours : [],
                First = Band(CurveLayer.First, quantiles),
                Own = Band(CurveLayer.Own, quantiles),
                Cleared = Band(CurveLayer.Cleared, quantiles),
            },
        };

        Estimate Estimate(double[] byRun, bool isAsked) => isAsked ? quantiles.Estimate(byRun) : Results.Estimate.NotAsked;
    }

    private static void AddEach(double[][] sums, double[][] values)
    {
        foreach (var (into, from) in sums.Zip(values))
            for (var i = 0; i < into.Length; i++) into[i] += from[i];
    }

    private CurveBand Band(CurveLayer layer, Quantiles quantiles)
    {
        if (_curve.Length == 0) return new([], [], []);
        var (p10, p50, p90) = (new double[CurveGrid.Count], new double[CurveGrid.Count], new double[CurveGrid.Count]);
        for (var hour = 0; hour < CurveGrid.Count; hour++)
            (p10[hour], p50[hour], p90[hour]) = weight == 0 ? (1, 1, 1) : quantiles.Three(_curve[(int)layer].AsSpan(hour * runs, runs));
        return new(p10, p50, p90);
    }
}
