using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Finds the run that stands for a service, and plays it again with a trace to explain it.</summary>
internal static class MedianRun
{
    /// <summary>The run that stands for each of these services.</summary>
    public static IReadOnlyList<int> Find(CompiledModel model, RunOptions options, IReadOnlyList<int> services)
    {
        double[][] own = [.. services.Select(_ => new double[options.Runs])];
        RunDriver.Play(options, BlockPlayer.For(model), played => run => Keep(played, run), null, default);
        return [.. own.Select(Choose)];

        void Keep(IPlayedRun played, int run)
        {
            foreach (var (at, service) in services.Index()) own[at][run] = played.OwnReaches(service, Level.Normal);
        }
    }

    /// <summary>What the own return of a service waited for in a run; no steps if there was nothing to wait for, or no return.</summary>
    public static CriticalPath Explain(CompiledModel model, int run, int service)
    {
        var trace = new Trace(model);
        var recovery = new Recovery(model, trace);
        recovery.Simulate(run);
        return recovery.Capacities.ServiceSteps.TimeOf(service, Level.Normal) is 0 or double.PositiveInfinity
            ? new(run, [])
            : new(run, new PathFinder(model, recovery, trace).Find(service));
    }

    // The first run with the median own time. If that is beyond the horizon: with the longest that is not, if there is one.
    private static int Choose(double[] own)
    {
        var sorted = own.Order().ToArray();
        var median = sorted[Quantiles.Index(own.Length, 50)];
        if (double.IsPositiveInfinity(median) && sorted[0] < median) median = own.Where(double.IsFinite).Max();
        return Array.IndexOf(own, median);
    }
}
