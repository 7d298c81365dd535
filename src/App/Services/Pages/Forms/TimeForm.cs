using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>A time as a person types it: a number, and hours, days or weeks.</summary>
public sealed class TimeForm
{
    private const double Day = 24;
    private const double Week = 7 * Day;
    private const double LongestWeeks = 12;
    private const double MaxHours = 5 * 366 * Day;

    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal) { ["hours"] = 1, ["days"] = Day, ["weeks"] = Week };

    public static IReadOnlyList<Choice> UnitChoices => [.. Units.Keys.Select(u => new Choice(u, ServicesTexts.Get($"unit.{u}")))];

    public string? Amount { get; set; }

    public string? Unit { get; set; }

    /// <summary>In the greatest unit in which it is a whole number, as it is said elsewhere.</summary>
    public static TimeForm Of(double? hours)
    {
        if (hours is not { } stated || stated == 0) return new() { Amount = Typed.Number(hours), Unit = "hours" };
        var unit = stated % Week == 0 && stated <= LongestWeeks * Week ? "weeks" : stated % Day == 0 ? "days" : "hours";
        return new() { Amount = Typed.Number(stated / Units[unit]), Unit = unit };
    }

    /// <summary>Hours, or null when nothing was typed.</summary>
    public double? Hours(FieldErrors errors, string field, bool required = false)
    {
        var unit = Units.GetValueOrDefault(Unit ?? "", 1);
        return errors.Number($"{field}.Amount", Amount, 0, MaxHours / unit, required) * unit;
    }

    public bool SameAs(TimeForm other) => Typed.Same(Amount, other.Amount) && (string.IsNullOrWhiteSpace(Amount) || Unit == other.Unit);
}
