using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What is known about one unit for all runs of a block before any of them is played: work, gates, and what comes from outside.</summary>
internal sealed class UnitRows
{
    private readonly CompiledModel _model;
    private readonly UnitModel _unit;
    private readonly TimeRows _times;
    private readonly WorkDrawer _work;
    private readonly Sampler[] _gateSamplers;
    private readonly int[] _outsideRow;
    private readonly double[] _outside;

    public UnitRows(CompiledModel model, UnitModel unit, TimeRows times, Dictionary<Distribution, Sampler> known)
    {
        (_model, _unit, _times) = (model, unit, times);
        _work = new(model, unit.Resources, known);
        _gateSamplers = [.. unit.Gates.Select(g => Sampler.Of(model.Outage.Gates[g].Input.Duration, known))];
        (Part, Rework, Waiting) = (new double[unit.Count * Block.Runs], new double[unit.Count * Block.Runs], new double[unit.Count * Block.Runs]);
        HasRework = new bool[unit.Count];

        // Row 0 stays empty, for slots that wait for nothing outside.
        _outsideRow = new int[unit.Slots];
        var rows = 1;
        for (var i = 0; i < unit.Slots; i++)
            if (unit.OutsideOf[i] is not null)
                _outsideRow[i] = rows++;
        _outside = new double[rows * Block.Runs];
        GateSets = new double[unit.GateSets.Length * Block.Runs];
        GroupOutside = new double[unit.SlotOfGroup.Length * Block.Runs];
        GateHours = new double[unit.Gates.Length * Block.Runs];
    }

    /// <summary>Runs in which something of the unit is hit.</summary>
    public ulong Hit { get; private set; }

    /// <summary>Hours of one part of the work, a row for each resource.</summary>
    public double[] Part { get; }

    /// <summary>Hours of one part of the work that is done again; meaningful where <see cref="HasRework"/> says so.</summary>
    public double[] Rework { get; }

    /// <summary>Hours after the last part.</summary>
    public double[] Waiting { get; }

    /// <summary>Resources whose restart test fails in some run of the block.</summary>
    public bool[] HasRework { get; }

    /// <summary>When all gates of each set have passed.</summary>
    public double[] GateSets { get; }

    /// <summary>When the first member of each group that is outside comes.</summary>
    public double[] GroupOutside { get; }

    /// <summary>How long each gate of the unit takes.</summary>
    public double[] GateHours { get; }

    /// <summary>When all a slot waits for outside has come.</summary>
    public double Outside(int slot, int lane) => _outside[_outsideRow[slot] * Block.Runs + lane];

    /// <inheritdoc cref="Outside(int, int)"/>
    public ReadOnlySpan<double> Outside(int slot) => Rows.Of(_outside, _outsideRow[slot]);

    public void Prepare(BlockHits hits)
    {
        PrepareOutside();
        for (var gate = 0; gate < _unit.Gates.Length; gate++) DrawGate(gate, hits);
        Hit = DrawWork(hits);
    }

    private ulong DrawWork(BlockHits hits)
    {
        var hit = 0UL;
        for (var i = 0; i < _unit.Count; i++)
        {
            var resource = _unit.Resources[i];
            var worked = hits.Damaged[resource] | hits.Stopped[resource];
            hit |= worked | hits.Isolated[resource];
            if (worked != 0) HasRework[i] = _work.Draw(hits, i, Rows.Of(Part, i), Rows.Of(Rework, i), Rows.Of(Waiting, i));
        }

        return hit;
    }

    /// <summary>Passes the only gate of a unit without bodies: all it waits for is outside.</summary>
    public void PassGate()
    {
        var passes = _times.Passes(_unit.Gates[0]);
        Rows.Of(_outside, _outsideRow[0]).CopyTo(passes);
        Rows.AddTime(GateHours, passes);
    }

    /// <summary>Rows for what each slot waits for outside the unit.</summary>
    private void PrepareOutside()
    {
        for (var slot = 0; slot < _unit.Slots; slot++)
        {
            if (_unit.OutsideOf[slot] is not { } outside) continue;
            var row = Rows.Of(_outside, _outsideRow[slot]);
            row.Clear();
            foreach (var resource in outside.Resources) Rows.Later(_times.Available(resource), row);
            foreach (var gate in outside.Gates) Rows.Later(_times.Passes(gate), row);
            Rows.LaterOfGroups(outside.Groups, _times, row);
        }

        for (var set = 0; set < _unit.GateSets.Length; set++)
        {
            var row = Rows.Of(GateSets, set);
            row.Clear();
            foreach (var gate in _unit.GateSets[set]) Rows.Later(_times.Passes(gate), row);
        }

        for (var group = 0; group < _unit.GroupOutside.Length; group++)
        {
            var row = Rows.Of(GroupOutside, group);
            row.Fill(double.PositiveInfinity);
            foreach (var member in _unit.GroupOutside[group]) Rows.Earlier(_times.Available(member), row);
        }
    }

    private void DrawGate(int gate, BlockHits hits)
    {
        var compiled = _model.Outage.Gates[_unit.Gates[gate]];
        var row = Rows.Of(GateHours, gate);
        _gateSamplers[gate].Fill(compiled.Duration, hits.Runs, row);
        if (hits.Slip is null || compiled.Input.SlipExponent == 0) return;
        if (compiled.Input.SlipExponent == 1)
        {
            Rows.Multiply(hits.Slip, row);
            return;
        }

        for (var lane = 0; lane < Block.Runs; lane++) row[lane] *= Math.Pow(hits.Slip[lane], compiled.Input.SlipExponent);
    }

    /// <summary>For runs in which nothing of the unit is hit: everything comes with what it needs. Other runs are written over later.</summary>
    public void PassOn()
    {
        foreach (var resource in _unit.InOrder)
        {
            var row = _times.Available(_unit.Resources[resource]);
            var slot = _unit.NeedSlot[resource] >= 0 ? _unit.NeedSlot[resource] : resource;
            Rows.Of(_outside, _outsideRow[slot]).CopyTo(row);
            Rows.LaterOfGroups(_unit.Needs[resource], _times, row);
        }
    }
}
