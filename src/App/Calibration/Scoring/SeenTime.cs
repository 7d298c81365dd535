using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>Something known of a time of an outage, beside that time in each run.</summary>
public sealed class SeenTime
{
    private readonly IReadOnlyList<double> points;
    private readonly bool still;
    private readonly double[] days;

    private SeenTime(IReadOnlyList<double> points, bool still, double[] days) =>
        (this.points, this.still, this.days, Group) = (points, still, days, (still, (int)DayScale.Day(points.Average())));

    /// <summary>What has the same group is seen on one day: it came back on that day, or is still out on it.</summary>
    internal (bool Still, int Day) Group { get; }

    /// <summary>It came back.</summary>
    /// <param name="seen">When, as it was observed.</param>
    /// <param name="days">The day in each run; infinity: not within the horizon.</param>
    public static SeenTime Back(Observation seen, double[] days) => new(BandScore.Points(seen), false, days);

    /// <summary>It came back at a known moment.</summary>
    /// <param name="day">Days since the start of the outage, with their fraction.</param>
    /// <param name="days">The day in each run; infinity: not within the horizon.</param>
    public static SeenTime Back(double day, double[] days) => new([DayScale.Of(day)], false, days);

    /// <summary>It has not come back by then.</summary>
    /// <param name="day">Days since the start of the outage, with their fraction.</param>
    /// <param name="days">The day in each run; infinity: not within the horizon.</param>
    public static SeenTime StillOut(double day, double[] days) => new([DayScale.Of(day)], true, days);

    /// <summary>Logarithm of how well a run agrees with it: how likely it would be seen so if the run were true.</summary>
    /// <param name="run">The run.</param>
    /// <param name="noise">Standard deviation of an observation on ln(1 + day).</param>
    internal double LogAgreement(int run, double noise)
    {
        var x = DayScale.Of(days[run]);
        var agreement = still ? NormalShare.Below((x - points[0]) / noise) : points.Average(p => Math.Exp(-Math.Pow((p - x) / noise, 2) / 2));
        return Math.Log(agreement + double.Epsilon);
    }
}
