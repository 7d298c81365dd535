using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Spreads runs over threads in chunks; which thread plays which chunk is of no matter, as a run depends on its number alone.</summary>
internal static class RunDriver
{
    /// <param name="options">Runs and threads.</param>
    /// <param name="newPlayer">Makes what one thread plays with.</param>
    /// <param name="newWorker">Is given what a thread plays, and returns what is to be done with each run.</param>
    /// <param name="progress">Told the number of finished runs after every chunk.</param>
    /// <param name="ct">Cancels.</param>
    public static void Play(RunOptions options, Func<IRunPlayer> newPlayer, Func<IPlayedRun, Action<int>> newWorker, IProgress<int>? progress, CancellationToken ct)
    {
        var (next, finished) = (0, 0);
        if (options.Threads == 1) Work();
        else Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, [.. Enumerable.Repeat(Work, Math.Min(options.Threads, options.Runs))]);
        ct.ThrowIfCancellationRequested();

        // Cancelling ends the loops quietly; the caller's thread throws, so that no exception has to cross threads.
        void Work()
        {
            var player = newPlayer();
            var show = newWorker(player.Shown);
            while (!ct.IsCancellationRequested && Interlocked.Add(ref next, player.Together) - player.Together is var first && first < options.Runs)
            {
                var count = Math.Min(player.Together, options.Runs - first);
                player.Play(first, count, show, ct);
                if (ct.IsCancellationRequested) return;
                progress?.Report(Interlocked.Add(ref finished, count));
            }
        }
    }
}
