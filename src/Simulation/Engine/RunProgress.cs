namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Tells how many runs the steps done so far are worth; for several threads.</summary>
/// <param name="told">Told; null: nobody.</param>
/// <param name="runs">All runs.</param>
internal sealed class RunProgress(IProgress<int>? told, int runs)
{
    private readonly Lock _lock = new();
    private double _done;
    private int _last;

    /// <summary>A share of all work was done.</summary>
    public void Add(double share)
    {
        if (told is null) return;
        lock (_lock)
        {
            _done += share;
            var now = (int)Math.Min(runs, _done * runs);
            if (now == _last) return;
            _last = now;
        }

        told.Report(_last);
    }

    /// <summary>Everything was done.</summary>
    public void End()
    {
        if (_last < runs) told?.Report(runs);
    }
}
