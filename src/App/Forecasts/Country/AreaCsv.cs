using System.Globalization;
using System.Text;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>Areas as a table for spreadsheet programs and scripts; documented in docs/command-line.md. Times in hours, an empty cell: not within five years.</summary>
public static class AreaCsv
{
    private static readonly (string Name, Func<AreaForecast, AreaTime> Of)[] Times =
        [("first", a => a.First), ("emergency", a => a.Emergency), ("own", a => a.Own), ("cleared", a => a.Cleared)];

    private static readonly (string Name, Func<AreaDay, Estimate> Of)[] Shares =
        [("first", d => d.First), ("emergency", d => d.Emergency), ("own", d => d.Own), ("cleared", d => d.Cleared), ("inhabitants_without", d => d.Without)];

    public static string Write(IEnumerable<AreaForecast> areas)
    {
        var text = new StringBuilder().AppendJoin(',', Header()).Append('\n');
        foreach (var area in areas) text.AppendJoin(',', Row(area)).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Header() =>
    [
        "key", "name", "administrations", "affected", "inhabitants", "services",
        .. Times.SelectMany(t => new[] { "p10", "p50", "p90", "p10_error", "p50_error", "p90_error" }.Select(q => $"{t.Name}_{q}")),
        .. new[] { "mean", "error", "p10", "p90" }.Select(q => $"days_lost_{q}"),
        .. AreaSums.Days.SelectMany(day => Shares.SelectMany(s => new[] { $"{s.Name}_day{day}", $"{s.Name}_day{day}_error" })),
    ];

    private static IEnumerable<string> Row(AreaForecast a) =>
    [
        a.Key, Quoted(a.Name ?? ""), Cell(a.Bodies), Cell(a.Affected), Cell(a.Inhabitants), Cell(a.Services),
        .. Times.Select(t => t.Of(a)).SelectMany(t => new[] { t.P10, t.P50, t.P90, t.P10Error, t.P50Error, t.P90Error }).Select(Cell),
        .. new[] { a.DaysLost.Mean, a.DaysLost.StandardError, a.DaysLost.P10, a.DaysLost.P90 }.Select(v => Cell(v)),
        .. a.Days.SelectMany(day => Shares.Select(s => s.Of(day))).SelectMany(s => new[] { Cell(s.Mean), Cell(s.StandardError) }),
    ];

    private static string Cell(double? value) => value is { } known && double.IsFinite(known) ? Math.Round(known, 6).ToString(CultureInfo.InvariantCulture) : "";

    private static string Quoted(string text) => $"\"{SpreadsheetText.Neutralise(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
