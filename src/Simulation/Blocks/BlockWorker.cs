using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>What one thread plays with.</summary>
internal sealed class BlockWorker
{
    private readonly CompiledModel _model;
    private readonly Dictionary<Distribution, Sampler> _known = [];
    private readonly TimeRows _times;
    private readonly OwnerGroups _groups;
    private readonly List<BodyFollower> _bodies = [];
    private readonly LockstepPlayer _lockstep;
    private UnitPlayer _player = null!;
    private int _followed;

    public BlockWorker(CompiledModel model, OwnerGroups groups, TimeRows times)
    {
        (_model, _groups, _times, _lockstep) = (model, groups, times, new(model, times));
        Hits = new(model, _known);
    }

    public HitDrawer Hits { get; }

    /// <summary>Turns to a unit.</summary>
    public void Turn(UnitModel unit) => _player = new(_model, unit, _times, _lockstep, _known);

    /// <summary>Plays the unit for a block.</summary>
    public void Play(BlockHits hits)
    {
        _times.Turn(hits.Runs.Number);
        _player.Play(hits);
    }

    /// <summary>Turns to bodies whose services are followed; <see cref="Leave"/> ends it.</summary>
    public void Turn(ReadOnlySpan<int> bodies, BodyRuns[] runs)
    {
        _followed = bodies.Length;
        for (var i = 0; i < bodies.Length; i++)
        {
            if (i == _bodies.Count) _bodies.Add(new(_model, _groups, _times, _known));
            _bodies[i].Turn(bodies[i], runs[i]);
        }
    }

    /// <summary>Follows the services of the bodies in a block.</summary>
    public void Follow(BlockHits hits)
    {
        _times.Turn(hits.Runs.Number);
        for (var i = 0; i < _followed; i++) _bodies[i].Follow(hits);
    }

    public void Leave()
    {
        for (var i = 0; i < _followed; i++) _bodies[i].Leave();
    }
}
