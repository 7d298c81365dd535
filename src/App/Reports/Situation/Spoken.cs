using System.Globalization;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Reports.Situation;

/// <summary>Numbers and times as they are read aloud.</summary>
internal static class Spoken
{
    public static string Count(int number) => NumberWords.Of(number, CultureInfo.CurrentUICulture);

    /// <summary>"einen Tag", "drei Wochen", "länger als fünf Jahre".</summary>
    public static string Duration(double hours) => InUnit(hours, "");

    /// <summary>"seit einem Tag", "seit drei Wochen": how long something has lasted.</summary>
    public static string Since(double hours) => InUnit(hours, ".since");

    private static string InUnit(double hours, string form)
    {
        if (double.IsInfinity(hours)) return ReportsTexts.Get("spoken.never");
        var unit = Durations.NaturalUnit(hours);
        var count = Durations.In(hours, unit);
        var name = unit.ToString().ToLowerInvariant();
        return count == 1 ? ReportsTexts.Get($"spoken.{name}.one{form}") : ReportsTexts.Get($"spoken.{name}.many{form}", Count(count));
    }
}
