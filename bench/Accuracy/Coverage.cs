using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.AccuracyBench;

/// <summary>How often intervals of 95 % contain the value of a long run, over 500 seeds.</summary>
internal static class Coverage
{
    private const int Cases = 500;
    private const int LongRuns = 400_000;

    public static void Report(Case tried, IReadOnlyList<int> sizes)
    {
        var exact = tried.Run(null, LongRuns, 99_991, Figures.Times | Figures.DaysLost);
        foreach (var runs in sizes)
        {
            var counts = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
            for (var seed = 1UL; seed <= Cases; seed++)
                foreach (var (name, low, high, value) in Intervals(tried, tried.Run(null, runs, seed, Figures.Times | Figures.DaysLost | Figures.Intervals), exact))
                {
                    var (right, all) = counts.GetValueOrDefault(name);
                    counts[name] = (right + (low <= value && value <= high ? 1 : 0), all + 1);
                }

            Console.WriteLine($"{tried.Name}, {runs} runs, {Cases} cases: intervals contain the value of {LongRuns} runs in");
            foreach (var (name, (right, all)) in counts) Console.WriteLine($"  {name}: {(double)right / all:0.0 %} of {all}");
        }
    }

    private static IEnumerable<(string Name, double Low, double High, double Value)> Intervals(Case tried, OutageResult result, OutageResult exact)
    {
        foreach (var (body, known) in result.Bodies.Take(tried.Towns).Zip(exact.Bodies))
        {
            yield return Of("days lost of the body", body.Total.DaysLost, known.Total.DaysLost);
            foreach (var (service, value) in body.Services.Zip(known.Services))
            {
                if (value.Own.P90 == 0) continue;
                yield return Of("days lost of a service", service.DaysLost, value.DaysLost);

                // Of what never or always came true in these runs nothing is stated.
                if (service.MtpdExceeded.StandardError > 0) yield return Of("chance to exceed the MTPD", service.MtpdExceeded, value.MtpdExceeded);
                yield return ("P10", service.Own.P10Low, service.Own.P10High, value.Own.P10);
                yield return ("P50", service.Own.P50Low, service.Own.P50High, value.Own.P50);
                yield return ("P90", service.Own.P90Low, service.Own.P90High, value.Own.P90);
            }
        }

        static (string, double, double, double) Of(string name, Estimate estimate, Estimate value) =>
            (name, estimate.Mean - 2 * estimate.StandardError, estimate.Mean + 2 * estimate.StandardError, value.Mean);
    }
}
