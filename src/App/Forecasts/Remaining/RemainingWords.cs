using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>What a forecast of the rest says in words.</summary>
public static class RemainingWords
{
    private const double HoursOfDay = 24;

    /// <summary>"Nach 12 Tagen sind 3 von 33 Leistungen wieder im Normalbetrieb. Als Nächstes …"</summary>
    public static string Lead(RemainingForecast forecast, BodyModel model, ItemNames names)
    {
        var touched = forecast.Services.Where(s => s[ServiceLevel.Own].State != LevelState.Untouched).ToList();
        var lead = Text("remaining.lead", Day(forecast.Hours), touched.Count(s => s[ServiceLevel.Own].State == LevelState.Back), touched.Count);
        var next = touched.Where(s => s[ServiceLevel.Own].Now is { } now && double.IsFinite(now.P50)).MinBy(s => s[ServiceLevel.Own].Now!.Value.P50);
        return next is null ? lead : $"{lead} {Text("remaining.next", names.Of(next.Key, model.Services[next.Key]), Still(next[ServiceLevel.Own].Now!.Value.P50, forecast.Hours))}";
    }

    /// <summary>"Die Vorhersage beruht auf etwa 140 von 4.000 Durchläufen."</summary>
    public static string Basis(RemainingForecast forecast) =>
        Text(forecast.TooFew ? "remaining.too-few" : "remaining.basis", Say.Rounded(Math.Max(1, forecast.EffectiveRuns)), Say.Number(forecast.Runs));

    /// <summary>How far the forecast moved, over all services that are still out; null: none is forecast.</summary>
    public static string? Moved(RemainingForecast forecast)
    {
        var days = forecast.Services.Select(s => s[ServiceLevel.Own]).Where(l => l.Now is { } now && double.IsFinite(now.P50) && double.IsFinite(l.Before.P50))
            .Select(l => (l.Now!.Value.P50 - l.Before.P50) / HoursOfDay).Order().ToList();
        if (days.Count == 0) return null;
        var middle = days[days.Count / 2];
        return Math.Abs(middle) < 1 ? Text("remaining.moved-none") : Text(middle > 0 ? "remaining.moved-later" : "remaining.moved-earlier", Say.Duration(Math.Abs(middle) * HoursOfDay));
    }

    /// <summary>"zurück seit Tag 9", "war nie weg".</summary>
    public static string Back(double? hours) => hours switch
    {
        null => Text("remaining.is-back"),
        0 => Text("remaining.never-out"),
        _ => Text("remaining.is-back-after", Day(hours.Value)),
    };

    /// <summary>"noch 18 Tage".</summary>
    public static string Still(double hours, double now) => double.IsInfinity(hours) ? Say.Duration(hours) : Text("remaining.still", Say.Duration(Math.Max(1, hours - now)));

    /// <summary>"9 Tage bis 6 Wochen".</summary>
    public static string Range(HoursBand band, double now) => Text("band.range", Say.Duration(Math.Max(1, band.P10 - now)), Say.Duration(Math.Max(1, band.P90 - now)));

    /// <summary>What all runs said, on the same scale: "noch 10 Tage", or since when it should be back.</summary>
    public static string Before(HoursBand before, double now) => before.P50 > now
        ? Text("remaining.before", Still(before.P50, now))
        : Text("remaining.before-past", Say.After(before.P50));

    // The first day is day 1, as in the path of a service.
    private static string Day(double hours) => Say.Number(Math.Floor(hours / HoursOfDay) + 1);

    private static string Text(string key, params object[] arguments) => string.Format(null, ForecastsTexts.Get(key), arguments);
}
