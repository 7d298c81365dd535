using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Draws what is hit. One for each thread.</summary>
internal sealed class HitDrawer
{
    private readonly CompiledModel _model;
    private readonly Sampler _slip;
    private readonly ulong[] _groupHit;
    private readonly int[] _severityRow;
    private readonly double[] _severity;
    private readonly double[] _chances = new double[Block.Runs];

    public HitDrawer(CompiledModel model, Dictionary<Distribution, Sampler> known)
    {
        (_model, _slip) = (model, Sampler.Of(model.Outage.Input.Slip, known));
        var groups = model.Outage.Groups;
        _groupHit = new ulong[groups.Length];

        // Row 0 is the severity of the outage.
        _severityRow = new int[groups.Length];
        var rows = 1;
        for (var i = 0; i < groups.Length; i++)
            if (groups[i].PassesSeverity)
                _severityRow[i] = rows++;
        _severity = new double[rows * Block.Runs];
    }

    /// <summary>Runs of a block in which some outermost group is hit; in the others nothing is.</summary>
    public ulong AnyHit(RunBlock runs)
    {
        UniformRow.Fill(_model.Outage.Severity, runs, SeverityRow(0));
        var any = 0UL;
        foreach (var group in _model.Outage.Groups)
            if (group.Parent < 0)
                any |= Happens(group.Stream, group.Chance, group.ChanceBySeverity, 0, runs);
        return any;
    }

    /// <summary>Draws all hits of a block.</summary>
    public BlockHits Draw(RunBlock runs)
    {
        var (outage, hits) = (_model.Outage, new BlockHits(_model, runs) { Slip = _slip.Constant == 1 ? null : new double[Block.Runs] });
        if (hits.Slip is not null) _slip.Fill(outage.Slip, runs, hits.Slip);
        UniformRow.Fill(outage.Severity, runs, SeverityRow(0));
        for (var i = 0; i < outage.Groups.Length; i++)
        {
            var group = outage.Groups[i];
            var around = group.Parent < 0 ? 0 : _severityRow[group.Parent];
            _groupHit[i] = group.Parent < 0 ? Block.All : _groupHit[group.Parent];
            if (_groupHit[i] != 0) _groupHit[i] &= Happens(group.Stream, group.Chance, group.ChanceBySeverity, around, runs);
            if (group.PassesSeverity && _groupHit[i] != 0) UniformRow.Fill(group.Severity, runs, SeverityRow(_severityRow[i]));
        }

        for (var i = 0; i < outage.Hits.Length; i++)
        {
            var hit = outage.Hits[i];
            var mask = _groupHit[hit.Group];
            if (mask != 0) mask &= Happens(hit.Stream, hit.Chance, hit.ChanceBySeverity, _severityRow[hit.Group], runs);
            hits.Happened[i] = mask;
            if (mask == 0) continue;
            hits.Of(hit.Kind)[hit.Resource] |= mask;
        }

        // The greatest kind counts.
        for (var i = 0; i < hits.Damaged.Length; i++)
        {
            hits.Stopped[i] &= ~hits.Damaged[i];
            hits.Isolated[i] &= ~(hits.Damaged[i] | hits.Stopped[i]);
            var (resource, damaged) = (_model.Resources[i], hits.Damaged[i]);
            if (damaged != 0 && resource.Input.BackupUsable < 1) hits.BackupLost[i] = damaged & ~UniformRow.Happens(resource.Backup, resource.Input.BackupUsable, runs);
        }

        return hits;
    }

    private ulong Happens(ChanceStream stream, double chance, double bySeverity, int severityRow, RunBlock runs)
    {
        if (bySeverity == 0) return UniformRow.Happens(stream, chance, runs);
        ref var severity = ref MemoryMarshal.GetReference(SeverityRow(severityRow));
        ref var chances = ref MemoryMarshal.GetReference(_chances.AsSpan());
        var (start, slope) = (Vector512.Create(chance), Vector512.Create(bySeverity));
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
            (start + slope * Vector512.LoadUnsafe(ref severity, i)).StoreUnsafe(ref chances, i);
        return UniformRow.Happens(stream, _chances, runs);
    }

    private Span<double> SeverityRow(int row) => _severity.AsSpan(row * Block.Runs, Block.Runs);
}
