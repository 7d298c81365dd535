using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>When everything came back in a block of runs: rows of hours, infinity where it does not within the horizon.</summary>
internal sealed class BlockTimes
{
    private readonly int[] _firstBatch;
    private readonly int[] _firstGroup;
    private readonly double[] _batches;
    private readonly double[] _hours;

    public BlockTimes(CompiledModel model)
    {
        Available = new double[model.Resources.Length * Block.Runs];
        Passes = new double[model.Outage.Gates.Length * Block.Runs];
        _firstBatch = new int[model.Resources.Length];
        var batches = 0;
        for (var i = 0; i < _firstBatch.Length; i++)
        {
            _firstBatch[i] = batches;
            if (model.Resources[i].IsFleet) batches += model.Resources[i].Parts;
        }

        _firstGroup = new int[model.Bodies.Length];
        var groups = 0;
        for (var i = 0; i < _firstGroup.Length; i++)
        {
            _firstGroup[i] = groups;
            groups += model.Bodies[i].Input.Team.Help.Count + 1;
        }

        (_batches, _hours) = (new double[batches * Block.Runs], new double[groups * Block.Runs]);
    }

    /// <summary>First hour with any capacity, a row for each resource.</summary>
    public double[] Available { get; }

    /// <summary>When each gate passed, a row for each.</summary>
    public double[] Passes { get; }

    /// <summary>When one batch of a fleet was back, whatever its needs.</summary>
    public ref double Batch(int resource, int batch, int lane) => ref _batches[(_firstBatch[resource] + batch) * Block.Runs + lane];

    /// <summary>Person-hours worked by the own people of a body (0) or a group of helpers.</summary>
    public Span<double> Hours(int body, int group) => _hours.AsSpan((_firstGroup[body] + group) * Block.Runs, Block.Runs);
}
