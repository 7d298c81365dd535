using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What is hit in the runs of a block.</summary>
internal sealed class BlockHits(CompiledModel model, RunBlock runs)
{
    public RunBlock Runs { get; } = runs;

    /// <summary>Slip factor of each run; null: it is 1 in all.</summary>
    public double[]? Slip { get; init; }

    /// <summary>Runs in which each hit happened.</summary>
    public ulong[] Happened { get; } = new ulong[model.Outage.Hits.Length];

    /// <summary>Runs in which damage is the hit that counts, by resource.</summary>
    public ulong[] Damaged { get; } = new ulong[model.Resources.Length];

    public ulong[] Stopped { get; } = new ulong[model.Resources.Length];

    public ulong[] Isolated { get; } = new ulong[model.Resources.Length];

    /// <summary>Runs in which this kind of hit is the one that counts, by resource.</summary>
    public ulong[] Of(HitKind kind) => kind == HitKind.Damaged ? Damaged : kind == HitKind.Stopped ? Stopped : Isolated;

    /// <summary>Runs in which a resource is damaged and its backup cannot be used.</summary>
    public ulong[] BackupLost { get; } = new ulong[model.Resources.Length];
}
