using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>
/// Two forecasts that know no model, only other outages. N1: their quantiles for the same milestone. N2: mean and spread for the same milestone and
/// cause. Where fewer than three are known, the milestone's group is taken, then two groups together; of a cause that is hardly known any cause, at last all.
/// </summary>
internal sealed class NaiveForecasts
{
    /// <summary>Fewer known days than this are no reference.</summary>
    public const int FewestValues = 3;

    private const double Normal90 = 1.2816;
    private readonly IReadOnlyList<(Milestone Milestone, OutageCause Cause, double X)> known;

    /// <param name="training">What may be known.</param>
    /// <param name="without">A case that may not, because it is the one to be judged.</param>
    public NaiveForecasts(OutageCollection training, string? without)
    {
        var causes = training.Cases.ToDictionary(c => c.Id, c => c.Cause, StringComparer.Ordinal);
        known = [.. training.Observations.Where(o => o.IsScored && o.Case != without).Select(o => (o.Milestone, causes[o.Case], DayScale.Of(o.MiddleDay)))];
    }

    /// <summary>Days known for the same milestone.</summary>
    public int Comparables(Milestone milestone) => known.Count(k => k.Milestone == milestone);

    /// <returns>Null: nothing at all is known.</returns>
    public DayBand? N1(Milestone milestone)
    {
        if (known.Count == 0) return null;
        var values = (Widened(known, milestone) ?? All).Order().ToArray();
        return new(At(0.1), At(0.5), At(0.9));

        double At(double share)
        {
            var position = Math.Clamp(share * (values.Length + 1), 1, values.Length) - 1;
            var below = (int)position;
            var above = Math.Min(below + 1, values.Length - 1);
            return DayScale.Day(values[below] + (position - below) * (values[above] - values[below]));
        }
    }

    /// <returns>Null: nothing at all is known.</returns>
    public DayBand? N2(Milestone milestone, OutageCause cause)
    {
        if (known.Count == 0) return null;
        var values = Widened(known.Where(k => k.Cause == cause), milestone) ?? Widened(known, milestone) ?? All;
        var mean = values.Average();
        var spread = values.Count > 1 ? Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)) : 0;
        return new(Day(mean - Normal90 * spread), Day(mean), Day(mean + Normal90 * spread));
    }

    private static double Day(double x) => DayScale.Day(Math.Max(0, x));

    private IReadOnlyList<double> All => [.. known.Select(k => k.X)];

    private static IReadOnlyList<double>? Widened(IEnumerable<(Milestone Milestone, OutageCause Cause, double X)> known, Milestone milestone)
    {
        Func<Milestone, bool>[] circles = [m => m == milestone, m => m.Group() == milestone.Group(), m => m.IsBeforeOwn() == milestone.IsBeforeOwn()];
        foreach (var circle in circles)
            if (known.Where(k => circle(k.Milestone)).Select(k => k.X).ToList() is { Count: >= FewestValues } values)
                return values;
        return null;
    }
}
