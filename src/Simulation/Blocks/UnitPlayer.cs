using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Plays one unit for a block of runs, and writes when its resources and gates came back.</summary>
internal sealed class UnitPlayer
{
    private readonly UnitModel _unit;
    private readonly TimeRows _times;
    private readonly UnitRows _rows;
    private readonly LockstepPlayer _lockstep;
    private readonly RunPlayer? _byRun;

    public UnitPlayer(CompiledModel model, UnitModel unit, TimeRows times, LockstepPlayer lockstep, Dictionary<Distribution, Sampler> known)
    {
        (_unit, _times, _rows, _lockstep) = (unit, times, new(model, unit, times, known), lockstep);
        if (unit.Lockstep is not null) lockstep.Turn(unit, _rows);
        else if (unit.Count > 0) _byRun = new(model, unit, _rows, times);
    }

    /// <summary>Plays a block of runs.</summary>
    public void Play(BlockHits hits)
    {
        _rows.Prepare(hits);
        for (var i = 0; i < _unit.Bodies.Length; i++)
            for (var group = 0; group <= _unit.Bodies[i].Input.Team.Help.Count; group++) _times.Hours(_unit.BodyNumbers[i], group).Clear();
        if (_unit.Count == 0)
        {
            if (_unit.Gates.Length > 0) _rows.PassGate();
            return;
        }

        var lanes = hits.Runs.Lanes;
        if (_unit.Gates.Length == 0)
        {
            if ((_rows.Hit & lanes) != lanes) _rows.PassOn();
            lanes &= _rows.Hit;
        }

        if (_byRun is not null) _byRun.Play(hits, lanes);
        else _lockstep.Play(hits, lanes);
    }
}
