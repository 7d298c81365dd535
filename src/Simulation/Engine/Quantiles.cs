using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Points;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Quantiles by nearest rank, means and their Monte Carlo errors. One for each thread.</summary>
internal sealed class Quantiles
{
    /// <summary>97.5 % quantile of the standard normal distribution, for intervals of 95 %.</summary>
    private const double TwoSided95 = 1.96;

    private readonly OrderStatistics _ordered = new();

    /// <summary>Position of a quantile in an ascending list: ceil(n x percent / 100) - 1, in whole numbers so that rounding cannot shift it.</summary>
    public static int Index(int count, int percent) => (int)(((long)count * percent + 99) / 100) - 1;

    /// <summary>Quantiles of a time; index of the values = run.</summary>
    /// <param name="values">The values.</param>
    /// <param name="hasIntervals">False: the ends of the intervals are not a number.</param>
    public TimeBand Band(ReadOnlySpan<float> values, bool hasIntervals)
    {
        Span<double> found = stackalloc double[3];
        _ordered.Find(values, [Index(values.Length, 10), Index(values.Length, 50), Index(values.Length, 90)], found);
        Span<double> ends = stackalloc double[6];
        if (hasIntervals) Intervals(values, found, ends);
        else ends.Fill(double.NaN);
        return new(found[0], found[1], found[2], ends[0], ends[1], ends[2], ends[3], ends[4], ends[5]);
    }

    /// <summary>Mean, its standard error and quantiles; index of the values = run.</summary>
    public Estimate Estimate(ReadOnlySpan<float> values)
    {
        Span<double> sums = stackalloc double[Scrambles.Count];
        var (eight, whole) = (Vector512<double>.Zero, values.Length & -Scrambles.Count);
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var i = 0; i < whole; i += Scrambles.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)i));
            eight += Vector512.Create(low, high);
        }

        eight.CopyTo(sums);
        for (var i = whole; i < values.Length; i++) sums[i - whole] += values[i];
        var mean = Sum(sums) / values.Length;
        Span<double> ends = stackalloc double[2];
        _ordered.Find(values, [Index(values.Length, 10), Index(values.Length, 90)], ends);
        return new(mean, Error(sums, mean, values), ends[0], ends[1]);
    }

    /// <inheritdoc cref="Estimate(ReadOnlySpan{float})"/>
    public Estimate Estimate(ReadOnlySpan<double> values)
    {
        var (mean, error) = Scrambles.MeanOf(values);
        Span<double> ends = stackalloc double[2];
        _ordered.Find(values, [Index(values.Length, 10), Index(values.Length, 90)], ends);
        return new(mean, error, ends[0], ends[1]);
    }

    /// <summary>P10, P50 and P90.</summary>
    public (double P10, double P50, double P90) Three(ReadOnlySpan<double> values)
    {
        Span<double> found = stackalloc double[3];
        _ordered.Find(values, [Index(values.Length, 10), Index(values.Length, 50), Index(values.Length, 90)], found);
        return (found[0], found[1], found[2]);
    }

    /// <summary>Estimate of a chance from the runs in which it came true: the same as of as many ones among zeros.</summary>
    public static Estimate Chance(ReadOnlySpan<bool> happened)
    {
        Span<double> sums = stackalloc double[Scrambles.Count];
        ScrambleCounts.Add(happened, sums);
        var (runs, count) = (happened.Length, Sum(sums));
        var mean = count / runs;
        var error = runs >= Scrambles.LeastRuns ? Scrambles.ErrorOfMean(sums, mean, runs) : Scrambles.ErrorOfSample(count * (1 - mean), runs);
        return new(mean, error, Index(runs, 10) >= runs - count ? 1 : 0, Index(runs, 90) >= runs - count ? 1 : 0);
    }

    /// <summary>
    /// Ends of the intervals of 95 % of three quantiles: the values at as many places above and below as the share of runs up to the quantile may be wrong, by the differences
    /// between scrambles, or by those of independent runs where there are few (order statistics).
    /// </summary>
    private void Intervals(ReadOnlySpan<float> values, ReadOnlySpan<double> quantiles, Span<double> ends)
    {
        Span<int> wanted = stackalloc int[ends.Length];
        for (var i = 0; i < quantiles.Length; i++) (wanted[2 * i], wanted[2 * i + 1]) = Interval(values, (float)quantiles[i], Shares[i]);
        Span<int> places = stackalloc int[wanted.Length];
        wanted.CopyTo(places);
        places.Sort();
        Span<double> found = stackalloc double[wanted.Length];
        _ordered.Find(values, places, found);
        for (var i = 0; i < wanted.Length; i++) ends[i] = found[places.IndexOf(wanted[i])];
    }

    private static ReadOnlySpan<double> Shares => [0.1, 0.5, 0.9];

    private static (int Low, int High) Interval(ReadOnlySpan<float> values, float quantile, double share)
    {
        var runs = values.Length;
        var half = runs < Scrambles.LeastRuns ? TwoSided95 * Math.Sqrt(runs * share * (1 - share)) : HalfOfScrambles(values, quantile);
        return (Math.Clamp((int)Math.Floor(runs * share - half), 1, runs) - 1, Math.Clamp((int)Math.Ceiling(runs * share + half), 1, runs) - 1);
    }

    // Of equal values some may belong to either side.
    private static double HalfOfScrambles(ReadOnlySpan<float> values, float quantile)
    {
        Span<int> below = stackalloc int[Scrambles.Count];
        Span<int> notAbove = stackalloc int[Scrambles.Count];
        ScrambleCounts.Below(values, quantile, below, notAbove);
        return Math.Max(Half(below, values.Length), Half(notAbove, values.Length));

        static double Half(ReadOnlySpan<int> counts, int runs)
        {
            Span<double> sums = stackalloc double[Scrambles.Count];
            for (var scramble = 0; scramble < sums.Length; scramble++) sums[scramble] = counts[scramble];
            return 2 * runs * Scrambles.ErrorOfMean(sums, Sum(sums) / runs, runs);
        }
    }

    private static double Error(ReadOnlySpan<double> sums, double mean, ReadOnlySpan<float> values)
    {
        if (values.Length >= Scrambles.LeastRuns) return Scrambles.ErrorOfMean(sums, mean, values.Length);
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return Scrambles.ErrorOfSample(squares, values.Length);
    }

    private static double Sum(ReadOnlySpan<double> sums)
    {
        var sum = 0.0;
        foreach (var value in sums) sum += value;
        return sum;
    }
}
