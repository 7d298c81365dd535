namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Beta distribution on 0..1 with both parameters at least 1.</summary>
internal readonly record struct BetaDistribution(double A, double B)
{
    private const int MostSteps = 200;
    private const double Tiny = 1e-300;

    // Lanczos' approximation of the logarithm of the gamma function with g = 7 and 9 terms (error below 1e-13).
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    private double LogFactor => LogGamma(A + B) - LogGamma(A) - LogGamma(B);

    /// <summary>Newton's steps on the share, kept between bounds that close in.</summary>
    public double Quantile(double u)
    {
        var (low, high, x) = (0.0, 1.0, A / (A + B));
        var factor = LogFactor;
        for (var step = 0; step < MostSteps && high - low > 1e-15; step++)
        {
            var miss = Share(x, factor) - u;
            if (miss < 0) low = x;
            else high = x;
            var next = x - miss / Math.Exp(factor + (A - 1) * Math.Log(x) + (B - 1) * Math.Log(1 - x));
            if (Math.Abs(next - x) < 1e-15) return next;
            x = next > low && next < high ? next : (low + high) / 2;
        }

        return x;
    }

    /// <summary>Regularized incomplete beta function (NIST DLMF 8.17.22: a continued fraction, from the side on which it converges).</summary>
    public double Share(double x) => Share(x, LogFactor);

    private double Share(double x, double factor)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp(factor + A * Math.Log(x) + B * Math.Log(1 - x));
        return x < (A + 1) / (A + B + 2) ? front * Fraction(x, A, B) / A : 1 - front * Fraction(1 - x, B, A) / B;
    }

    // Evaluated from the front by Lentz' method.
    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / Away(1 - (a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m < MostSteps; m++)
        {
            Extend(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            var before = value;
            Extend(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
            if (Math.Abs(value - before) <= 1e-16 * value) break;
        }

        return value;

        void Extend(double term)
        {
            d = 1 / Away(1 + term * d);
            c = Away(1 + term / c);
            value *= c * d;
        }
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double LogGamma(double x)
    {
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++) sum += Lanczos[i] / (x - 1 + i);
        var t = x - 1 + 7.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }
}
