using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Plays the recovery of a whole model for one block of runs after the other. One for each thread.</summary>
internal sealed class BlockRecovery
{
    private readonly UnitPlayer[] _players;

    public BlockRecovery(CompiledModel model, UnitModel[] units)
    {
        var known = new Dictionary<Distribution, Sampler>();
        Hits = new(model, known);
        Times = new(model);
        _players = [.. units.Select(unit => new UnitPlayer(model, unit, Hits, Times, known))];
    }

    public HitBlock Hits { get; }

    public BlockTimes Times { get; }

    /// <summary>Plays up to 64 runs.</summary>
    public void Play(int firstRun, int runs)
    {
        Hits.Draw(firstRun);
        foreach (var player in _players) player.Play(firstRun, runs);
    }
}
