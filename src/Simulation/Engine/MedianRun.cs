using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Finds the run that stands for a service, plays it again with a trace and explains it.</summary>
internal static class MedianRun
{
    public static CriticalPath Explain(CompiledModel model, RunOptions options, int service)
    {
        var own = new double[options.Runs];
        RunDriver.Play(options, () => NewWorker(model, service, own), null, default);
        var run = Choose(own);
        if (own[run] == 0 || double.IsPositiveInfinity(own[run])) return new(run, []);

        var trace = new Trace(model);
        var recovery = new Recovery(model, trace);
        recovery.Simulate(run);
        return new(run, new PathFinder(model, recovery, trace).Find(service));
    }

    private static Action<int> NewWorker(CompiledModel model, int service, double[] own)
    {
        var recovery = new Recovery(model);
        return run =>
        {
            recovery.Simulate(run);
            own[run] = recovery.Capacities.ServiceSteps.TimeOf(service, Level.Normal);
        };
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
