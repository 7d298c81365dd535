using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Follows the services of a body: the plain ones for all runs of a block at once, the others run by run. One for each thread.</summary>
internal sealed class BodyFollower
{
    private readonly PlainServices _plain;
    private readonly BodyRun _run;
    private readonly RunRecorder _recorder;
    private bool _hasOthers;

    public BodyFollower(CompiledModel model, OwnerGroups groups, TimeRows times, Dictionary<Distribution, Sampler> known)
    {
        _plain = new(model, groups, times, known);
        _run = new(model, groups, times);
        _recorder = new(model, _run);
    }

    /// <summary>Turns to a body; <see cref="Leave"/> ends it.</summary>
    public void Turn(int body, BodyRuns runs)
    {
        var others = _plain.Turn(body, runs, _recorder.Sums);
        _run.Turn(body, others);
        _recorder.Turn(body, runs, others);
        _hasOthers = others.Length > 0 || runs.Up.Length > 0 || runs.HasCost;
    }

    public void Follow(BlockHits hits)
    {
        _recorder.Begin(hits.Runs);
        _plain.Follow(hits);
        if (_hasOthers)
        {
            _run.Turn(hits);
            for (var lane = 0; lane < hits.Runs.Count; lane++)
            {
                _run.TurnToLane(lane);
                _recorder.Record(lane);
            }
        }

        _recorder.End();
    }

    /// <summary>Hands over what was counted.</summary>
    public void Leave()
    {
        _plain.Leave();
        _recorder.Leave();
    }
}
