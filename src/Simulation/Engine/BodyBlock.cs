using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Sums over the services of a body in a block of runs, a row of numbers for each. One for each thread.</summary>
internal sealed class BodyBlock
{
    public const int Layers = 3;

    private const int Rows = 4;

    private readonly double[] _sums = new double[Rows * Block.Runs];
    private readonly double[] _changes;
    private readonly double[] _shares = new double[Block.Runs];

    /// <param name="figures">What is asked for.</param>
    public BodyBlock(Figures figures)
    {
        HasCurve = figures.HasFlag(Figures.Curves);
        _changes = HasCurve ? new double[Layers * (CurveGrid.Count + 1) * Block.Runs] : [];
    }

    public bool HasCurve { get; }

    public Span<double> DaysLost => Row(0);

    public Span<double> UndoneCaseDays => Row(1);

    public Span<double> Loss => Row(2);

    public Span<double> Income => Row(3);

    public void Clear()
    {
        Array.Clear(_sums);
        Array.Clear(_changes);
    }

    /// <summary>A service of this weight is in a state from one time until another.</summary>
    public void AddToCurve(CurveLayer layer, int lane, double from, double to, double weight)
    {
        var start = (int)layer * (CurveGrid.Count + 1);
        _changes[(start + CurveGrid.IndexFrom(from)) * Block.Runs + lane] += weight;
        _changes[(start + CurveGrid.IndexFrom(to)) * Block.Runs + lane] -= weight;
    }

    /// <summary>A service of this weight is in a state from a time on.</summary>
    public void AddToCurve(CurveLayer layer, int lane, double from, double weight) =>
        _changes[((int)layer * (CurveGrid.Count + 1) + CurveGrid.IndexFrom(from)) * Block.Runs + lane] += weight;

    /// <summary>Writes everything into the slots of its runs; with nothing to deliver (weight 0) everything is delivered.</summary>
    public void WriteTo(BodyRuns body, RunBlock runs, double totalWeight)
    {
        for (var lane = 0; lane < runs.Count; lane++)
        {
            var run = runs[lane];
            (body.DaysLost[run], body.UndoneCaseDays[run]) = (DaysLost[lane], UndoneCaseDays[lane]);
            (body.LostFeesAndFines[run], body.IncomeNotYetCollected[run]) = (Loss[lane], Income[lane]);
        }

        if (!HasCurve) return;
        for (var layer = 0; layer < Layers; layer++) WriteCurve(layer, body.Curve[layer], body.Runs, runs, totalWeight);
    }

    private Span<double> Row(int row) => _sums.AsSpan(row * Block.Runs, Block.Runs);

    private void WriteCurve(int layer, float[] byHourAndRun, int stride, RunBlock runs, double totalWeight)
    {
        Array.Clear(_shares);
        ref var shares = ref MemoryMarshal.GetArrayDataReference(_shares);
        ref var changes = ref MemoryMarshal.GetArrayDataReference(_changes);
        for (var hour = 0; hour < CurveGrid.Count; hour++)
        {
            var at = (layer * (CurveGrid.Count + 1) + hour) * Block.Runs;
            for (var i = 0; i < Block.Runs; i += Block.Width)
                (Vector512.LoadUnsafe(ref shares, (nuint)i) + Vector512.LoadUnsafe(ref changes, (nuint)(at + i))).StoreUnsafe(ref shares, (nuint)i);
            for (var lane = 0; lane < runs.Count; lane++)
                byHourAndRun[hour * stride + runs[lane]] = totalWeight > 0 ? (float)Math.Clamp(_shares[lane] / totalWeight, 0, 1) : 1;
        }
    }
}
