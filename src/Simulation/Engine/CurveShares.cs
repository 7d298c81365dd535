namespace ResilienceMonitor.Simulation.Engine;

/// <summary>States of a service that a capability curve shows.</summary>
internal enum CurveLayer
{
    First,
    Own,
    Cleared,
}

/// <summary>Sums for one body in one run which share of its services is in each state at each hour of the grid.</summary>
internal sealed class CurveShares
{
    private readonly double[] _changes = new double[Layers.Count * (CurveGrid.Count + 1)];

    public static IReadOnlyList<CurveLayer> Layers { get; } = Enum.GetValues<CurveLayer>();

    public void Clear() => Array.Clear(_changes);

    /// <summary>A service of this weight is in the state from one time until another.</summary>
    public void Add(CurveLayer layer, double from, double to, double weight)
    {
        var start = (int)layer * (CurveGrid.Count + 1);
        _changes[start + CurveGrid.IndexFrom(from)] += weight;
        _changes[start + CurveGrid.IndexFrom(to)] -= weight;
    }

    /// <summary>Writes the shares at all hours into the column of a run; with nothing to deliver (weight 0) everything is delivered.</summary>
    public void CopyTo(CurveLayer layer, double totalWeight, float[] byHourAndRun, int runs, int run)
    {
        var start = (int)layer * (CurveGrid.Count + 1);
        var sum = 0.0;
        for (var hour = 0; hour < CurveGrid.Count; hour++)
        {
            sum += _changes[start + hour];
            byHourAndRun[hour * runs + run] = totalWeight > 0 ? (float)Math.Clamp(sum / totalWeight, 0, 1) : 1;
        }
    }
}
