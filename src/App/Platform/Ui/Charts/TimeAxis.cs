namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>
/// Maps hours since the outage to places 0..1. The logarithmic one is stretched around its first hours so that zero stays on it: log(1 + h/12).
/// </summary>
public sealed class TimeAxis(TimeScale scale, double endHours)
{
    private const double Day = 24;
    private const double Week = 7 * Day;
    private const double Month = 365.25 / 12 * Day;
    private const double Knee = 12;

    private static readonly (double Hours, string Key, int Count)[] Known =
    [
        (6, "hours", 6), (12, "hours", 12), (Day, "day", 1), (2 * Day, "days", 2), (3 * Day, "days", 3), (Week, "week", 1), (2 * Week, "weeks", 2),
        (Month, "month", 1), (2 * Month, "months", 2), (3 * Month, "months", 3), (6 * Month, "months", 6), (12 * Month, "year", 1),
        (24 * Month, "years", 2), (36 * Month, "years", 3), (60 * Month, "years", 5),
    ];

    /// <summary>Steps of a linear axis: whole units a person counts in.</summary>
    private static readonly (double Hours, string One, string Many, int Count)[] Steps =
    [
        (6, "hours", "hours", 6), (12, "hours", "hours", 12), (Day, "day", "days", 1), (2 * Day, "days", "days", 2), (Week, "week", "weeks", 1),
        (2 * Week, "weeks", "weeks", 2), (Month, "month", "months", 1), (2 * Month, "months", "months", 2), (3 * Month, "months", "months", 3),
        (6 * Month, "months", "months", 6), (12 * Month, "year", "years", 1),
    ];

    public double EndHours => endHours;

    public double Share(double hours) => Math.Clamp(
        scale == TimeScale.Linear ? hours / endHours : Math.Log(1 + hours / Knee) / Math.Log(1 + endHours / Knee), 0, 1);

    /// <summary>Labels at least <paramref name="distance"/> (share of the width) apart; every second one is minor.</summary>
    public IReadOnlyList<AxisTick> Ticks(double distance) => scale == TimeScale.Linear ? LinearTicks(distance) : LogarithmicTicks(distance);

    private List<AxisTick> LinearTicks(double distance)
    {
        var step = Steps.FirstOrDefault(s => s.Hours / endHours >= distance, Steps[^1]);
        var ticks = new List<AxisTick>();
        for (var i = 1; i * step.Hours <= endHours * 1.0001; i++)
            ticks.Add(Tick(i * step.Hours, i == 1 ? step.One : step.Many, i * step.Count, i % 2 == 1));
        return ticks;
    }

    private List<AxisTick> LogarithmicTicks(double distance)
    {
        var ticks = new List<AxisTick>();
        foreach (var (hours, key, count) in Known)
            if (hours <= endHours * 1.0001 && Share(hours) >= (ticks.Count == 0 ? distance / 2 : ticks[^1].Share + distance))
                ticks.Add(Tick(hours, key, count, ticks.Count % 2 == 1));
        return ticks;
    }

    private AxisTick Tick(double hours, string key, int count, bool minor) =>
        new(hours, Share(hours), UiTexts.Get($"chart.tick.{key}", count), minor);

    /// <summary>A round end of the axis at or after <paramref name="hours"/>, at least two days.</summary>
    public static double RoundEnd(double hours)
    {
        foreach (var step in (double[])[2 * Day, 3 * Day, Week, 2 * Week, 4 * Week, 6 * Week, 2 * Month, 3 * Month, 4 * Month, 6 * Month, 9 * Month, 12 * Month, 18 * Month, 24 * Month, 36 * Month])
            if (hours <= step) return step;
        return 60 * Month;
    }
}
