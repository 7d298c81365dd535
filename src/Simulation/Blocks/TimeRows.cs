namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>When everything came back in a block of runs: rows of hours, infinity where it does not within the horizon. One for each thread.</summary>
/// <param name="layout">Where the rows are.</param>
/// <param name="keptOfBlock">What is kept of each block, for all threads.</param>
internal sealed class TimeRows(RowLayout layout, double[][] keptOfBlock)
{
    private readonly int[] _places = layout.Places();
    private readonly double[] _passing = new double[layout.Passing * Block.Runs];
    private double[] _kept = [];

    /// <summary>Turns to a block.</summary>
    public void Turn(int block) => _kept = keptOfBlock[block];

    /// <summary>First hour with any capacity.</summary>
    public Span<double> Available(int resource) => Row(resource);

    /// <summary>When a gate passed.</summary>
    public Span<double> Passes(int gate) => Row(layout.Gate(gate));

    /// <summary>When one batch of a fleet was back, whatever its needs.</summary>
    public Span<double> Batch(int resource, int batch) => Row(layout.Batch(resource, batch));

    /// <summary>Person-hours worked by the own people of a body (0) or a group of helpers.</summary>
    public Span<double> Hours(int body, int group) => Row(layout.Hours(body, group));

    private Span<double> Row(int row)
    {
        var place = _places[row];
        return place >= 0 ? _kept.AsSpan(place * Block.Runs, Block.Runs) : _passing.AsSpan(~place * Block.Runs, Block.Runs);
    }
}
