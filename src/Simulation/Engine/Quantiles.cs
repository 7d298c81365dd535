using System.Numerics;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Quantiles by nearest rank, means and their Monte Carlo errors.</summary>
internal static class Quantiles
{
    /// <summary>97.5 % quantile of the standard normal distribution, for intervals of 95 %.</summary>
    private const double TwoSided95 = 1.96;

    /// <summary>Position of a quantile in an ascending list: ceil(n x percent / 100) - 1, in whole numbers so that rounding cannot shift it.</summary>
    public static int Index(int count, int percent) => (int)(((long)count * percent + 99) / 100) - 1;

    /// <summary>Quantiles of a time; the values are sorted into <paramref name="scratch"/>.</summary>
    public static TimeBand Band(ReadOnlySpan<float> values, float[] scratch)
    {
        Sort(values, scratch);
        var (sorted, n) = (scratch, values.Length);
        var (low50, high50) = Interval(n, 0.5);
        var (low90, high90) = Interval(n, 0.9);
        return new(sorted[Index(n, 10)], sorted[Index(n, 50)], sorted[Index(n, 90)], sorted[low50], sorted[high50], sorted[low90], sorted[high90]);
    }

    /// <summary>Mean, its standard error and quantiles; the values are sorted into <paramref name="scratch"/>.</summary>
    public static Estimate Estimate<T>(ReadOnlySpan<T> values, T[] scratch)
        where T : struct, IFloatingPointIeee754<T>
    {
        Sort(values, scratch);
        var runs = values.Length;
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values) sum += double.CreateChecked(value);
        var mean = sum / runs;
        foreach (var value in values) squares += Math.Pow(double.CreateChecked(value) - mean, 2);
        return new(mean, Error(squares, runs), At(10), At(90));

        double At(int percent) => double.CreateChecked(scratch[Index(runs, percent)]);
    }

    /// <summary>Estimate of a chance from the number of runs in which it came true: the same as of as many ones among zeros.</summary>
    public static Estimate Chance(int count, int runs)
    {
        var mean = (double)count / runs;
        var zeros = runs - count;
        return new(mean, Error(count * (1 - mean), runs), Index(runs, 10) >= zeros ? 1 : 0, Index(runs, 90) >= zeros ? 1 : 0);
    }

    /// <summary>Positions between which the quantile lies with 95 % probability (order statistics, normal approximation).</summary>
    public static (int Low, int High) Interval(int count, double p)
    {
        var half = TwoSided95 * Math.Sqrt(count * p * (1 - p));
        return (Math.Clamp((int)Math.Floor(count * p - half), 1, count) - 1, Math.Clamp((int)Math.Ceiling(count * p + half), 1, count) - 1);
    }

    // Standard error of a mean from the sum of squared deviations; of a single run nothing is known, which is written as 0.
    private static double Error(double squares, int count) => count < 2 ? 0 : Math.Sqrt(squares / (count - 1) / count);

    private static void Sort<T>(ReadOnlySpan<T> values, T[] scratch)
    {
        values.CopyTo(scratch);
        scratch.AsSpan(0, values.Length).Sort();
    }
}
