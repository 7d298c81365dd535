using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    /// <summary>Quantiles of a time.</summary>
    public TimeBand Band(ReadOnlySpan<float> values)
    {
        var n = values.Length;
        var (low50, high50) = Interval(n, 0.5);
        var (low90, high90) = Interval(n, 0.9);
        Span<int> wanted = [Index(n, 10), Index(n, 50), Index(n, 90), low50, high50, low90, high90];
        Span<int> places = stackalloc int[wanted.Length];
        wanted.CopyTo(places);
        places.Sort();
        Span<double> found = stackalloc double[wanted.Length];
        _ordered.Find(values, places, found);
        return new(At(wanted[0], places, found), At(wanted[1], places, found), At(wanted[2], places, found), At(wanted[3], places, found), At(wanted[4], places, found), At(wanted[5], places, found), At(wanted[6], places, found));
    }

    /// <summary>Mean, its standard error and quantiles.</summary>
    public Estimate Estimate(ReadOnlySpan<float> values)
    {
        var (sum, squares) = (0.0, 0.0);
        var (first, count) = (Vector512<double>.Zero, values.Length & -8);
        ref var value = ref MemoryMarshal.GetReference(values);
        for (var i = 0; i < count; i += 8) first += Eight(ref value, i);
        foreach (var rest in values[count..]) sum += rest;
        var mean = (sum + Vector512.Sum(first)) / values.Length;
        var (second, middle) = (Vector512<double>.Zero, Vector512.Create(mean));
        for (var i = 0; i < count; i += 8) second += (Eight(ref value, i) - middle) * (Eight(ref value, i) - middle);
        foreach (var rest in values[count..]) squares += (rest - mean) * (rest - mean);
        Span<double> ends = stackalloc double[2];
        _ordered.Find(values, [Index(values.Length, 10), Index(values.Length, 90)], ends);
        return new(mean, Error(squares + Vector512.Sum(second), values.Length), ends[0], ends[1]);
    }

    /// <inheritdoc cref="Estimate(ReadOnlySpan{float})"/>
    public Estimate Estimate(ReadOnlySpan<double> values)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values) sum += value;
        var mean = sum / values.Length;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        Span<double> ends = stackalloc double[2];
        _ordered.Find(values, [Index(values.Length, 10), Index(values.Length, 90)], ends);
        return new(mean, Error(squares, values.Length), ends[0], ends[1]);
    }

    /// <summary>P10, P50 and P90.</summary>
    public (double P10, double P50, double P90) Three(ReadOnlySpan<double> values)
    {
        Span<double> found = stackalloc double[3];
        _ordered.Find(values, [Index(values.Length, 10), Index(values.Length, 50), Index(values.Length, 90)], found);
        return (found[0], found[1], found[2]);
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

    private static Vector512<double> Eight(ref float values, int at)
    {
        var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref values, (nuint)at));
        return Vector512.Create(low, high);
    }

    private static double At(int place, ReadOnlySpan<int> places, ReadOnlySpan<double> found) => found[places.IndexOf(place)];
}
