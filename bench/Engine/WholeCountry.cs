using System.Diagnostics;
using ResilienceMonitor.EngineBench.Ours;
using ResilienceMonitor.EngineBench.Workloads;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using Asked = ResilienceMonitor.Simulation.Inputs.Figures;

namespace ResilienceMonitor.EngineBench;

/// <summary>
/// The workload of Germany and smaller ones of the same kind: <c>country PROVIDERS RUNS</c>, for Germany <c>country 122 1000</c>. What does not depend on
/// the runs is told apart by a simulation of one run.
/// </summary>
internal static class WholeCountry
{
    private const int Threads = 2;

    public static void Measure(int[] sizes)
    {
        if (sizes is not [var providers, .. var counts] || counts.Length == 0) throw new ArgumentException("country PROVIDERS RUNS [RUNS ...]");
        var began = Stopwatch.GetTimestamp();
        var network = NetworkMaker.Country(providers);
        var (region, outage, order) = (AsRegion.Region(network), AsRegion.Outage(network), AsRegion.RestartOrder(network));
        Console.WriteLine($"{providers} providers, {region.Bodies.Count} bodies, {network.Assets} assets, {network.Services} services; built in {Seconds(began):0.0} s");

        // Once for the code to be compiled.
        Run(2);
        var one = Run(1);
        Console.WriteLine($"  one run: {one.TotalSeconds:0.0} s");
        foreach (var runs in counts)
        {
            var time = Run(runs);
            Console.WriteLine($"  {runs} runs: {time.TotalSeconds:0.0} s, without the time of one run {(time - one).TotalSeconds:0.00} s; most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        }

        TimeSpan Run(int runs)
        {
            var start = Stopwatch.GetTimestamp();
            OutageSimulation.Run(region, outage, new RunOptions { Runs = runs, Threads = Threads, RestartOrder = order, Figures = Asked.Times | Asked.DaysLost });
            return Stopwatch.GetElapsedTime(start);
        }
    }

    private static double Seconds(long began) => Stopwatch.GetElapsedTime(began).TotalSeconds;
}
