using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Spreads runs over threads in chunks; which thread plays which chunk is of no matter, as a run depends on its number alone.</summary>
internal static class RunDriver
{
    private const int ChunkSize = 16;

    /// <param name="options">Runs and threads.</param>
    /// <param name="newWorker">Makes what one thread needs, and returns what plays one run.</param>
    /// <param name="progress">Told the number of finished runs after every chunk.</param>
    /// <param name="ct">Cancels between two runs.</param>
    public static void Play(RunOptions options, Func<Action<int>> newWorker, IProgress<int>? progress, CancellationToken ct)
    {
        var (nextChunk, finished) = (-1, 0);
        var chunks = (options.Runs + ChunkSize - 1) / ChunkSize;
        if (options.Threads == 1) Work();
        else Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, [.. Enumerable.Repeat(Work, Math.Min(options.Threads, chunks))]);
        ct.ThrowIfCancellationRequested();

        // Cancelling ends the loops quietly; the caller's thread throws, so that no exception has to cross threads.
        void Work()
        {
            var play = newWorker();
            while (Interlocked.Increment(ref nextChunk) is var chunk && chunk < chunks)
            {
                var (first, end) = (chunk * ChunkSize, Math.Min((chunk + 1) * ChunkSize, options.Runs));
                for (var run = first; run < end && !ct.IsCancellationRequested; run++) play(run);
                if (ct.IsCancellationRequested) return;
                progress?.Report(Interlocked.Add(ref finished, end - first));
            }
        }
    }
}
