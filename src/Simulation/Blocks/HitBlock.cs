using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What is hit in a block of runs, and how much work that is.</summary>
internal sealed class HitBlock
{
    private static readonly Vector512<ulong> Bits = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);

    private readonly CompiledModel _model;
    private readonly ResourceSamplers[] _samplers;
    private readonly Sampler _slipSampler;
    private readonly ulong[] _groupHit;
    private readonly int[] _severityRow;
    private readonly double[] _severity;
    private readonly double[] _chances = new double[Block.Runs];
    private readonly double[] _scratch = new double[Block.Runs];
    private int _firstRun;

    public HitBlock(CompiledModel model, Dictionary<Distribution, Sampler> known)
    {
        _model = model;
        _samplers = [.. model.Resources.Select(r => new ResourceSamplers(r.Input, known))];
        _slipSampler = Sampler.Of(model.Outage.Input.Slip, known);
        var groups = model.Outage.Groups;
        _groupHit = new ulong[groups.Length];

        // Row 0 is the severity of the outage.
        _severityRow = new int[groups.Length];
        var rows = 1;
        for (var i = 0; i < groups.Length; i++)
            if (groups[i].PassesSeverity)
                _severityRow[i] = rows++;
        _severity = new double[rows * Block.Runs];
        Happened = new ulong[model.Outage.Hits.Length];
        (Damaged, Stopped, Isolated) = (new ulong[model.Resources.Length], new ulong[model.Resources.Length], new ulong[model.Resources.Length]);
    }

    /// <summary>Slip factor of each run; meaningful unless <see cref="HasSlip"/> is false.</summary>
    public double[] Slip { get; } = new double[Block.Runs];

    /// <summary>False: the factor is 1 in all runs.</summary>
    public bool HasSlip => _slipSampler.Constant != 1;

    /// <summary>Runs in which each hit happened.</summary>
    public ulong[] Happened { get; }

    /// <summary>Runs in which damage is the hit that counts, by resource.</summary>
    public ulong[] Damaged { get; }

    public ulong[] Stopped { get; }

    public ulong[] Isolated { get; }

    /// <summary>Runs in which this kind of hit is the one that counts, by resource.</summary>
    public ulong[] Of(HitKind kind) => kind == HitKind.Damaged ? Damaged : kind == HitKind.Stopped ? Stopped : Isolated;

    /// <summary>Draws all hits of a block.</summary>
    public void Draw(int firstRun)
    {
        _firstRun = firstRun;
        var outage = _model.Outage;
        _slipSampler.Fill(outage.Slip, firstRun, Slip);
        UniformRow.Fill(outage.Severity, firstRun, SeverityRow(0));
        for (var i = 0; i < outage.Groups.Length; i++)
        {
            var group = outage.Groups[i];
            var around = group.Parent < 0 ? 0 : _severityRow[group.Parent];
            _groupHit[i] = group.Parent < 0 ? Block.All : _groupHit[group.Parent];
            if (_groupHit[i] != 0) _groupHit[i] &= Happens(group.Stream, group.Chance, group.ChanceBySeverity, around);
            if (group.PassesSeverity && _groupHit[i] != 0) UniformRow.Fill(group.Severity, firstRun, SeverityRow(_severityRow[i]));
        }

        Array.Clear(Damaged);
        Array.Clear(Stopped);
        Array.Clear(Isolated);
        for (var i = 0; i < outage.Hits.Length; i++)
        {
            var hit = outage.Hits[i];
            var mask = _groupHit[hit.Group];
            if (mask != 0) mask &= Happens(hit.Stream, hit.Chance, hit.ChanceBySeverity, _severityRow[hit.Group]);
            Happened[i] = mask;
            if (mask == 0) continue;
            Of(hit.Kind)[hit.Resource] |= mask;
        }

        // The greatest kind counts.
        for (var i = 0; i < Damaged.Length; i++)
        {
            Stopped[i] &= ~Damaged[i];
            Isolated[i] &= ~(Damaged[i] | Stopped[i]);
        }
    }

    /// <summary>Runs in which the backup of a damaged resource cannot be used.</summary>
    public ulong BackupLost(int resource)
    {
        var compiled = _model.Resources[resource];
        var damaged = Damaged[resource];
        return damaged == 0 || compiled.Input.BackupUsable >= 1 ? 0 : damaged & ~UniformRow.Happens(compiled.Backup, compiled.Input.BackupUsable, _firstRun);
    }

    /// <summary>Hours of one part of the work on a resource that was damaged or stopped; in other runs the rows are not meaningful.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="part">Row for the hours of one part.</param>
    /// <param name="rework">Row for the hours of one part of repeated work; 0: the restart test succeeds.</param>
    /// <param name="waiting">Row for the hours after the last part.</param>
    /// <returns>True if some run has repeated work; otherwise that row is not written.</returns>
    public bool DrawWork(int resource, Span<double> part, Span<double> rework, Span<double> waiting)
    {
        var (compiled, samplers, damaged, stopped) = (_model.Resources[resource], _samplers[resource], Damaged[resource], Stopped[resource]);
        Mix(samplers.Restore, compiled.RestoreWork, samplers.Check, compiled.CheckWork, damaged, stopped, part);
        Mix(samplers.Waiting, compiled.Waiting, samplers.CheckWaiting, compiled.Waiting, damaged, stopped, waiting);
        if (BackupLost(resource) is var lost and not 0) Scale(part, compiled.Input.RebuildFactor, lost);
        if (HasSlip || compiled.Parts > 1)
        {
            ref var slip = ref MemoryMarshal.GetReference(Slip.AsSpan());
            ref var first = ref MemoryMarshal.GetReference(part);
            var parts = Vector512.Create((double)compiled.Parts);
            for (nuint i = 0; i < Block.Runs; i += Block.Width)
                (Vector512.LoadUnsafe(ref first, i) * Vector512.LoadUnsafe(ref slip, i) / parts).StoreUnsafe(ref first, i);
        }

        if (damaged == 0 || compiled.IsFleet || compiled.Input.RestartFailure <= 0) return false;
        var fails = damaged & UniformRow.Happens(compiled.RestartTest, compiled.Input.RestartFailure, _firstRun);
        if (fails == 0) return false;
        rework.Clear();
        for (var rest = fails; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            rework[lane] = part[lane] * compiled.Input.RestartRepeat;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Lanes(ulong mask, int lane) =>
        Vector512.Equals(Vector512.Create((mask >> lane) & 0xFF) & Bits, Bits).AsDouble();

    private void Mix(Sampler damaged, ChanceStream whenDamaged, Sampler stopped, ChanceStream whenStopped, ulong isDamaged, ulong isStopped, Span<double> row)
    {
        if (isStopped == 0 || ReferenceEquals(damaged, stopped) && whenDamaged.Key == whenStopped.Key)
        {
            damaged.Fill(whenDamaged, _firstRun, row);
            return;
        }

        stopped.Fill(whenStopped, _firstRun, row);
        if (isDamaged == 0) return;
        damaged.Fill(whenDamaged, _firstRun, _scratch);
        ref var first = ref MemoryMarshal.GetReference(row);
        ref var other = ref MemoryMarshal.GetReference(_scratch.AsSpan());
        for (var i = 0; i < Block.Runs; i += Block.Width)
            Vector512.ConditionalSelect(Lanes(isDamaged, i), Vector512.LoadUnsafe(ref other, (nuint)i), Vector512.LoadUnsafe(ref first, (nuint)i)).StoreUnsafe(ref first, (nuint)i);
    }

    private static void Scale(Span<double> row, double factor, ulong mask)
    {
        for (; mask != 0; mask &= mask - 1) row[BitOperations.TrailingZeroCount(mask)] *= factor;
    }

    private ulong Happens(ChanceStream stream, double chance, double bySeverity, int severityRow)
    {
        if (bySeverity == 0) return UniformRow.Happens(stream, chance, _firstRun);
        ref var severity = ref MemoryMarshal.GetReference(SeverityRow(severityRow));
        ref var chances = ref MemoryMarshal.GetReference(_chances.AsSpan());
        var (start, slope) = (Vector512.Create(chance), Vector512.Create(bySeverity));
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
            (start + slope * Vector512.LoadUnsafe(ref severity, i)).StoreUnsafe(ref chances, i);
        return UniformRow.Happens(stream, _chances, _firstRun);
    }

    private Span<double> SeverityRow(int row) => _severity.AsSpan(row * Block.Runs, Block.Runs);

    private sealed class ResourceSamplers(ResourceInput input, Dictionary<Distribution, Sampler> known)
    {
        public Sampler Restore { get; } = Sampler.Of(input.RestoreWork, known);

        public Sampler Check { get; } = Sampler.Of(input.CheckWork, known);

        public Sampler Waiting { get; } = Sampler.Of(input.Waiting, known);

        public Sampler CheckWaiting { get; } = Sampler.Of(input.CheckWaiting, known);
    }
}
