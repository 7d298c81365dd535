using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Plays blocks of runs and shows each run of them in turn.</summary>
internal sealed class BlockPlayer : IRunPlayer
{
    private readonly BlockRecovery _recovery;
    private readonly BlockRun _run;

    private BlockPlayer(CompiledModel model, UnitModel[] units, OwnerGroups groups)
    {
        _recovery = new(model, units);
        _run = new(model, _recovery, groups);
    }

    public int Together => Block.Runs;

    public IPlayedRun Shown => _run;

    /// <summary>Makes players for any number of threads; what they have in common is worked out once.</summary>
    public static Func<BlockPlayer> For(CompiledModel model)
    {
        var (units, groups) = (UnitCompiler.Compile(model), new OwnerGroups(model));
        return () => new(model, units, groups);
    }

    public void Play(int first, int count, Action<int> show, CancellationToken ct)
    {
        _recovery.Play(first, count);
        _run.BeginBlock();
        for (var lane = 0; lane < count && !ct.IsCancellationRequested; lane++)
        {
            _run.Begin(lane);
            show(first + lane);
        }
    }
}
