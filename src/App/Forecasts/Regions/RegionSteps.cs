namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>The hours after the outage at which a region is looked at.</summary>
internal static class RegionSteps
{
    public const int Usual = 72;

    public static readonly int[] Hours = [0, 4, 24, 72, 168, 336, 672, 1344, 2688, 4368];

    /// <summary>The step an address names; the usual one for anything else.</summary>
    public static int Of(string? asked) => int.TryParse(asked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var hour) && Hours.Contains(hour) ? hour : Usual;
}
