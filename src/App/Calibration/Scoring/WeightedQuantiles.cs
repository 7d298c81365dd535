namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>Quantiles of values that count differently: the least value that, with all below it, has the asked share of the weight.</summary>
/// <remarks>With equal weights this is the nearest rank.</remarks>
public static class WeightedQuantiles
{
    // Sums of many weights in another order differ in their last bits; a share that is met but for them is met.
    private const double Slack = 1e-12;

    /// <summary>10 %, 50 % and 90 % quantile.</summary>
    /// <param name="values">Values with their weights, 0 or more and not all 0; they are put in order.</param>
    public static (double P10, double P50, double P90) Three((double Value, double Weight)[] values)
    {
        Array.Sort(values, (a, b) => a.Value.CompareTo(b.Value));
        var total = values.Sum(v => v.Weight);
        return (At(0.1), At(0.5), At(0.9));

        double At(double share)
        {
            var sum = 0.0;
            foreach (var (value, weight) in values)
                if ((sum += weight) >= share * total * (1 - Slack))
                    return value;
            return values[^1].Value;
        }
    }
}
