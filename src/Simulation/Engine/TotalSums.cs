using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Sums over bodies, run by run, and their statistics.</summary>
/// <param name="runs">Number of runs.</param>
/// <param name="weight">Weight in the curve of all bodies that will be added; 0: there is nothing to deliver, so nothing is missing.</param>
internal sealed class TotalSums(int runs, double weight)
{
    private readonly double[] _daysLost = new double[runs];
    private readonly double[] _undoneCaseDays = new double[runs];
    private readonly double[] _staff = new double[runs];
    private readonly double[] _outsideHelp = new double[runs];
    private readonly double[] _devices = new double[runs];
    private readonly double[] _lostFeesAndFines = new double[runs];
    private readonly double[] _incomeNotYetCollected = new double[runs];
    private readonly double[][] _curve = [.. CurveShares.Layers.Select(_ => new double[CurveGrid.Count * runs])];

    /// <param name="body">A body.</param>
    /// <param name="weightOfBody">Weight of its services in the curve.</param>
    public void Add(BodyRuns body, double weightOfBody)
    {
        Add(_daysLost, body.DaysLost);
        Add(_undoneCaseDays, body.UndoneCaseDays);
        Add(_staff, body.Staff);
        Add(_outsideHelp, body.OutsideHelp);
        Add(_devices, body.Devices);
        Add(_lostFeesAndFines, body.LostFeesAndFines);
        Add(_incomeNotYetCollected, body.IncomeNotYetCollected);
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
        Add(_daysLost, other._daysLost);
        Add(_undoneCaseDays, other._undoneCaseDays);
        Add(_staff, other._staff);
        Add(_outsideHelp, other._outsideHelp);
        Add(_devices, other._devices);
        Add(_lostFeesAndFines, other._lostFeesAndFines);
        Add(_incomeNotYetCollected, other._incomeNotYetCollected);
        for (var layer = 0; layer < _curve.Length; layer++) Add(_curve[layer], other._curve[layer]);
    }

    public TotalResult Build(Quantiles quantiles) => new()
    {
        DaysLost = quantiles.Estimate(_daysLost),
        DaysLostByRun = _daysLost,
        UndoneCaseDays = quantiles.Estimate(_undoneCaseDays),
        Cost = new(
            quantiles.Estimate(_staff),
            quantiles.Estimate(_outsideHelp),
            quantiles.Estimate(_devices),
            quantiles.Estimate(_lostFeesAndFines),
            quantiles.Estimate(_incomeNotYetCollected)),
        Curve = new()
        {
            Hours = CurveGrid.Hours,
            First = Band(CurveLayer.First, quantiles),
            Own = Band(CurveLayer.Own, quantiles),
            Cleared = Band(CurveLayer.Cleared, quantiles),
        },
    };

    private static void Add(double[] sums, double[] values)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += values[i];
    }

    private CurveBand Band(CurveLayer layer, Quantiles quantiles)
    {
        var (p10, p50, p90) = (new double[CurveGrid.Count], new double[CurveGrid.Count], new double[CurveGrid.Count]);
        for (var hour = 0; hour < CurveGrid.Count; hour++)
            (p10[hour], p50[hour], p90[hour]) = weight == 0 ? (1, 1, 1) : quantiles.Three(_curve[(int)layer].AsSpan(hour * runs, runs));
        return new(p10, p50, p90);
    }
}
