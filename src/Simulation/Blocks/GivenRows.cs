using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Incremental;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What is known of a model before it is played: the hours of everything a change does not reach.</summary>
internal sealed class GivenRows
{
    private readonly KeptPart _kept;
    private readonly CompiledModel _model;
    private readonly bool[] _isPlayed;
    private readonly bool[] _isFollowed;
    private readonly bool[] _isGateReached;
    private List<(int From, int To)> _places = [];

    /// <param name="kept">What was played before.</param>
    /// <param name="model">The changed model.</param>
    /// <param name="reached">What has to be played and followed.</param>
    public GivenRows(KeptPart kept, CompiledModel model, Reached reached)
    {
        (_kept, _model) = (kept, model);
        _isPlayed = [.. model.Bodies.Select(b => reached.Played.Contains(b.Input.Key))];
        _isFollowed = [.. model.Bodies.Select(b => reached.Followed.Contains(b.Input.Key))];
        _isGateReached = [.. model.Outage.Gates.Select(g => reached.Gates.Contains(g.Ref))];
    }

    /// <summary>The same runs in the same blocks.</summary>
    public RunBlock[] Blocks => _kept.Rows.Blocks;

    /// <summary>True if the unit need not be played.</summary>
    public bool IsKnown(UnitModel unit) => !unit.BodyNumbers.Any(b => _isPlayed[b]) && !unit.Gates.Any(g => _isGateReached[g]);

    /// <summary>True if the services of a body have to be followed.</summary>
    public bool IsFollowed(int body) => _isFollowed[body];

    /// <summary>Finds where everything was and will be.</summary>
    public void Turn(RowLayout layout)
    {
        var (from, old, to) = (_kept.Rows.Layout.Places(), _kept.Rows.Layout, layout.Places());
        _places = [];
        foreach (var (number, resource) in _model.Resources.Index())
        {
            if (_isPlayed[resource.Body]) continue;
            var kept = _kept.Resource(resource.Ref);
            _places.Add((from[kept], to[number]));
            for (var batch = 0; resource.IsFleet && batch < resource.Parts; batch++) _places.Add((from[old.Batch(kept, batch)], to[layout.Batch(number, batch)]));
        }

        foreach (var (number, gate) in _model.Outage.Gates.Index())
            if (!_isGateReached[number]) _places.Add((from[old.Gate(_kept.Gate(gate.Ref))], to[layout.Gate(number)]));
        foreach (var (number, body) in _model.Bodies.Index())
            if (!_isPlayed[number])
                for (var group = 0; group <= body.Input.Team.Help.Count; group++)
                    _places.Add((from[old.Hours(_kept.Body(body.Input.Key), group)], to[layout.Hours(number, group)]));
    }

    /// <summary>Writes what is known of a block.</summary>
    public void CopyTo(int block, double[] rows)
    {
        var kept = _kept.Rows.OfBlock[block];
        foreach (var (from, to) in _places) Rows.Of(kept, from).CopyTo(Rows.Of(rows, to));
    }
}
