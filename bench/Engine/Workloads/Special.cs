namespace ResilienceMonitor.EngineBench.Workloads;

/// <summary>Quantiles from the distribution functions: slow and exact, needed a few thousand times.</summary>
internal static class Special
{
    public static double NormalQuantile(double p) => Bisect(x => NormalShare(x) - p, -10, 10);

    /// <summary>The quantile function of a beta distribution, both of whose exponents are above 1.</summary>
    public static Func<double, double> BetaQuantile(double a, double b)
    {
        const int Steps = 200_000;
        var shares = new double[Steps + 1];
        for (var i = 1; i <= Steps; i++) shares[i] = shares[i - 1] + (Density(i - 1) + 4 * Density(i - 0.5) + Density(i)) / 6;
        return p =>
        {
            var sought = p * shares[Steps];
            var place = Array.BinarySearch(shares, sought);
            var next = Math.Clamp(place < 0 ? ~place : place, 1, Steps);
            return (next - 1 + (sought - shares[next - 1]) / (shares[next] - shares[next - 1])) / Steps;
        };

        double Density(double step) => Math.Pow(step / Steps, a - 1) * Math.Pow(1 - step / Steps, b - 1);
    }

    // Series of the error function; converges for the few standard deviations asked for.
    private static double NormalShare(double x)
    {
        if (Math.Abs(x) > 8) return x > 0 ? 1 : 0;
        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum) && n < 500; n++)
        {
            term *= x * x / (2 * n + 1);
            sum += term;
        }

        return 0.5 + sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    private static double Bisect(Func<double, double> rising, double low, double high)
    {
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (rising(middle) < 0) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
