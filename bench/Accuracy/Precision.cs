using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.AccuracyBench;

/// <summary>Relative standard deviation over 48 repetitions, and the runs needed until it is small enough.</summary>
internal static class Precision
{
    private const int Repetitions = 48;
    private const int LeastRuns = 256;

    /// <summary>Plain Monte Carlo is measured once: its error falls with the square root of the runs.</summary>
    private const int PlainRuns = 4_096;

    private static readonly (string Name, double Target, Func<Case, int, PointPlan?, ulong, double> Of)[] Questions =
    [
        ("P90, mean over services", 0.005, (c, runs, points, seed) => c.Run(points, runs, seed, Figures.Times).Bodies.Take(c.Towns).SelectMany(b => b.Services).Select(s => s.Own.P90).Where(double.IsFinite).Average()),
        ("service days lost", 0.001, (c, runs, points, seed) => c.Run(points, runs, seed, Figures.DaysLost).Bodies.Take(c.Towns).Sum(b => b.Total.DaysLost.Mean)),
    ];

    public static void Report(Case tried, int greatest)
    {
        Console.WriteLine($"{tried.Name}: {tried.Region.Bodies.Sum(b => b.Resources.Count)} resources, {tried.Region.Bodies.Sum(b => b.Services.Count)} services; relative standard deviation of {Repetitions} repetitions");
        foreach (var (name, target, figure) in Questions)
        {
            var plain = Deviation(PlainRuns, PointPlan.Independent);
            var needed = PlainRuns * Math.Pow(plain / target, 2);
            Console.WriteLine($"  {name}: plain Monte Carlo {plain:0.000 %} with {PlainRuns} runs, so {needed:N0} runs for {target:0.0 %}");
            var (before, last) = ((Runs: 0, Deviation: 0.0), (Runs: 0, Deviation: 0.0));
            for (var runs = LeastRuns; runs <= greatest && (last.Runs == 0 || last.Deviation > target); runs *= 2)
            {
                (before, last) = (last, (runs, Deviation(runs, null)));
                Console.WriteLine($"    scrambled points {last.Deviation:0.000 %} with {runs} runs, variance {plain * plain * PlainRuns / runs / last.Deviation / last.Deviation:0.0} times less");
            }

            var ours = last.Runs * Math.Pow(target / last.Deviation, 1 / Slope(before, last));
            Console.WriteLine($"    so {ours:N0} runs for {target:0.0 %}{(last.Deviation > target ? " (extended beyond the last)" : "")}: {needed / ours:0.0} times fewer");

            double Deviation(int runs, PointPlan? points)
            {
                double[] values = [.. Enumerable.Range(1, Repetitions).Select(seed => figure(tried, runs, points, (ulong)seed))];
                var mean = values.Average();
                return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (Repetitions - 1)) / mean;
            }
        }
    }

    // By which power of the runs the deviation falls, between half of them and all; never better than in proportion, never worse than plain.
    private static double Slope((int Runs, double Deviation) before, (int Runs, double Deviation) last) =>
        before.Runs == 0 ? -0.5 : Math.Clamp(Math.Log(last.Deviation / before.Deviation) / Math.Log((double)last.Runs / before.Runs), -1, -0.5);
}
