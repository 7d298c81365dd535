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
        var own = new Dictionary<int, float[]>();
        new ModelPlayer(model, options.Runs, options.Threads, _ => { }, default).Play((body, runs) =>
        {
            foreach (var service in services)
                if (model.Services[service].Body == body)
                    own[service] = runs.Service(service).Own;
        });
        return [.. services.Select(service => Choose(own[service]))];
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
    private static int Choose(float[] own)
    {
        var sorted = own.Order().ToArray();
        var median = sorted[Quantiles.Index(own.Length, 50)];
        if (float.IsPositiveInfinity(median) && sorted[0] < median) median = own.Where(float.IsFinite).Max();
        return Array.IndexOf(own, median);
    }
}
