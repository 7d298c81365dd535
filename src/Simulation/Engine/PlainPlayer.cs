namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Plays one run after the other, event by event.</summary>
internal sealed class PlainPlayer(CompiledModel model) : IRunPlayer
{
    private readonly Recovery _recovery = new(model);

    public int Together => 16;

    public IPlayedRun Shown => _recovery;

    public void Play(int first, int count, Action<int> show, CancellationToken ct)
    {
        for (var run = first; run < first + count && !ct.IsCancellationRequested; run++)
        {
            _recovery.Simulate(run);
            show(run);
        }
    }
}
