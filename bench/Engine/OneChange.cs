using System.Diagnostics;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using Asked = ResilienceMonitor.Simulation.Inputs.Figures;

namespace ResilienceMonitor.EngineBench;

/// <summary>How long a region takes to be simulated again when one of its bodies has changed.</summary>
internal static class OneChange
{
    private const int Runs = 1_024;
    private const int Rounds = 25;
    private const int WarmUp = 200;

    /// <summary>Gives the last municipality more people, then other services, and compares with playing everything.</summary>
    public static void Measure(Workload workload)
    {
        var options = new RunOptions { Runs = Runs, Threads = 2, RestartOrder = workload.RestartOrder, Figures = Asked.Times | Asked.DaysLost };
        var kept = KeptSimulation.Run(workload.Region, workload.Outage, options);
        Report("everything", Rounds, _ => OutageSimulation.Run(workload.Region, workload.Outage, options));
        Report("one body with more people", WarmUp, round => kept.With(Changed(workload.Region, b => b with { Team = b.Team with { People = 3 + round % 2 } }), workload.Outage));
        Report("one body with other services", WarmUp, round => kept.With(Changed(workload.Region, b => b with { Services = [.. b.Services.Select(s => s with { Mtpd = 50 + round % 2 })] }), workload.Outage));
    }

    private static RegionInput Changed(RegionInput region, Func<BodyInput, BodyInput> change) => new() { Bodies = [.. region.Bodies.SkipLast(1), change(region.Bodies[^1])] };

    private static void Report(string what, int warmUp, Action<int> work)
    {
        for (var round = 0; round < warmUp; round++) work(round);
        var times = Enumerable.Range(0, Rounds).Select(round =>
        {
            var began = Stopwatch.GetTimestamp();
            work(round);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Order().ToList();
        Console.WriteLine($"  {Runs} runs on 2 threads, {what}: {times[Rounds / 2]:0.00} ms ({times[0]:0.00} to {times[^1]:0.00})");
    }
}
