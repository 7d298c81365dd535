using System.Numerics;

namespace ResilienceMonitor.Simulation.Points;

/// <summary>
/// Runs are spread over eight scrambles, sets of points that are independent of one another. Within a scramble runs are no independent sample; how exact a figure is, is seen
/// from the differences between scrambles.
/// </summary>
public static class Scrambles
{
    /// <summary>Number of scrambles: as many as there are runs in a vector.</summary>
    public const int Count = 8;

    /// <summary>Fewest runs from which scrambles are compared; fewer count as independent.</summary>
    internal const int LeastRuns = 2 * Count;

    /// <summary>97.5 % quantile of Student's t distribution with seven degrees of freedom: intervals of 95 % from eight scrambles.</summary>
    internal const double StudentT = 2.3646;

    // Standard errors are stretched, so that twice as much to both sides is right in 95 of 100 cases, as if there were many scrambles.
    private const double Stretch = StudentT / 2;

    // Eighths of the starts, in an order in which any first few lie far apart.
    private static ReadOnlySpan<byte> FirstStarts => [0, 4, 2, 6, 1, 5, 3, 7];

    /// <summary>Scramble of a run.</summary>
    public static int Of(int run) => run % Count;

    /// <summary>Start of a run: every scramble goes through all starts, each from another one on, so that starts come equally often after few runs, too.</summary>
    /// <param name="run">The run.</param>
    /// <param name="starts">Number of starts.</param>
    public static int StartOf(int run, int starts) => (Index(run) + FirstStarts[Of(run)] * starts / Count) % starts;

    /// <summary>Mean over runs, index = run, and its standard error, so that the mean -+ 2 standard errors is an interval of 95 %. 0 for a single run.</summary>
    public static (double Mean, double StandardError) MeanOf(ReadOnlySpan<double> byRun)
    {
        Span<double> sums = stackalloc double[Count];
        for (var run = 0; run < byRun.Length; run++) sums[run % Count] += byRun[run];
        var mean = (sums[0] + sums[1] + sums[2] + sums[3] + sums[4] + sums[5] + sums[6] + sums[7]) / byRun.Length;
        if (byRun.Length >= LeastRuns) return (mean, ErrorOfMean(sums, mean, byRun.Length));
        var squares = 0.0;
        foreach (var value in byRun) squares += (value - mean) * (value - mean);
        return (mean, ErrorOfSample(squares, byRun.Length));
    }

    /// <summary>Standard error of a figure that was worked out for each scramble by itself, stretched as that of <see cref="MeanOf"/>.</summary>
    public static double ErrorOf(ReadOnlySpan<double> byScramble)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var value in byScramble) mean += value / byScramble.Length;
        foreach (var value in byScramble) squares += (value - mean) * (value - mean);
        return Stretch * ErrorOfSample(squares, byScramble.Length);
    }

    /// <summary>Standard error of a mean from the sums of the scrambles.</summary>
    internal static double ErrorOfMean(ReadOnlySpan<double> sums, double mean, int runs)
    {
        var squares = 0.0;
        for (var scramble = 0; scramble < Count; scramble++)
        {
            var deviation = sums[scramble] - mean * SizeOf(scramble, runs);
            squares += deviation * deviation;
        }

        return Stretch * Math.Sqrt(squares * Count / (Count - 1)) / runs;
    }

    /// <summary>Standard error of the mean of independent values from the sum of squared deviations; of one value nothing is known, which is written as 0.</summary>
    internal static double ErrorOfSample(double squares, int count) => count < 2 ? 0 : Math.Sqrt(squares / (count - 1) / count);

    /// <summary>Runs of a scramble.</summary>
    public static int SizeOf(int scramble, int runs) => (runs + Count - 1 - scramble) / Count;

    /// <summary>Place of a run within its scramble.</summary>
    internal static int Index(int run) => run / Count;

    /// <summary>Binary digits of the indexes of so many runs.</summary>
    internal static int Digits(int runs) => BitOperations.Log2((uint)Index(runs - 1)) + 1;
}
