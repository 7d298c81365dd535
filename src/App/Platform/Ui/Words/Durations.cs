namespace ResilienceMonitor.Platform.Ui.Words;

/// <summary>Rounds hours to what can be known: hours on the first day, then days, weeks, months, years.</summary>
internal static class Durations
{
    private const double Day = 24;
    private const double Month = 365.25 / 12 * Day;

    private static readonly double[] HoursOf = [1, Day, 7 * Day, Month, 12 * Month];

    public static double Hours(this TimeUnit unit) => HoursOf[(int)unit];

    /// <summary>The unit a person would choose: two days rather than 48 hours, five weeks rather than 35 days.</summary>
    public static TimeUnit NaturalUnit(double hours) => hours switch
    {
        < 20 => TimeUnit.Hour,
        < 13.5 * Day => TimeUnit.Day,
        < 10 * 7 * Day => TimeUnit.Week,
        < 23.5 * Month => TimeUnit.Month,
        _ => TimeUnit.Year,
    };

    /// <summary>Never zero: what takes some time takes at least one unit.</summary>
    public static int In(double hours, TimeUnit unit) => Math.Max(1, (int)Math.Round(hours / unit.Hours(), MidpointRounding.AwayFromZero));
}
