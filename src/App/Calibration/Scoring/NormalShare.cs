namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>The standard normal distribution.</summary>
internal static class NormalShare
{
    // W. H. Press et al., Numerical Recipes, 2nd edition 1992, section 6.2: relative error below 1.2e-7 everywhere.
    private static readonly double[] Coefficients =
        [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];

    /// <summary>Share below a value; exact enough in the far tail that its logarithm may be taken.</summary>
    /// <param name="z">Standard deviations above the mean.</param>
    public static double Below(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + x / 2);
        var sum = 0.0;
        for (var i = Coefficients.Length - 1; i >= 0; i--) sum = Coefficients[i] + t * sum;
        var tail = t * Math.Exp(sum - x * x) / 2;
        return z < 0 ? tail : 1 - tail;
    }
}
