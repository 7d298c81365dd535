using System.Globalization;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Values of services and resources in words.</summary>
internal static class ServiceWords
{
    private const double HoursOfAWorkingDay = 8;

    public static string Of(Responsibility responsibility) => ServicesTexts.Get($"responsibility.{Word(responsibility)}");

    public static string Of(SubstituteKind kind) => ServicesTexts.Get($"substitute.kind.{Word(kind)}");

    public static string Of(ResourceKind kind) => ServicesTexts.Get($"resource.kind.{Word(kind)}");

    public static string Of(ResourceHost host) => ServicesTexts.Get($"resource.host.{Word(host)}");

    /// <summary>A time a person stated; "nicht festgelegt" when there is none.</summary>
    public static string Time(double? hours) => hours is { } stated ? Say.Exactly(stated) : ServicesTexts.Get("value.none");

    public static string Cases(double aWeek) => aWeek switch
    {
        <= 0 => ServicesTexts.Get("cases.none"),
        >= 10 => ServicesTexts.Get("cases.week", Say.Number(aWeek)),
        >= 1 => ServicesTexts.Get("cases.week", aWeek.ToString("0.#")),
        _ => ServicesTexts.Get("cases.year", Math.Max(1, Math.Round(aWeek * 52))),
    };

    /// <summary>"zwischen 2 und 5 Tagen, meist 3".</summary>
    public static string Waiting(Spread hours) => BandOf(hours) is { P90: > 0 } band ? Say.Band(band) : ServicesTexts.Get("waiting.none");

    /// <summary>The same for what begins then; "sofort" when it takes no time.</summary>
    public static string Start(Spread hours) => BandOf(hours) is { P90: > 0 } band ? Say.Band(band) : Say.Duration(0);

    /// <summary>Person-hours in days of work, because nobody plans a restoration in hours; "keine" when it takes none.</summary>
    public static string Work(Spread personHours)
    {
        var band = BandOf(personHours);
        if (band.P90 <= 0) return ServicesTexts.Get("work.none");
        var (unit, size) = band.P50 < 2 * HoursOfAWorkingDay ? ("work.hours", 1.0) : ("work.days", HoursOfAWorkingDay);
        var (low, high) = (Math.Max(1, Math.Round(band.P10 / size)), Math.Max(1, Math.Round(band.P90 / size)));
        return low == high ? ServicesTexts.Get($"{unit}.about", high) : ServicesTexts.Get($"{unit}.between", low, high);
    }

    public static string Of(Deadline deadline)
    {
        var months = deadline.Months.Count == 0 ? null : string.Join(", ", deadline.Months.Select(CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName));
        return (deadline.Rule, months) switch
        {
            (DeadlineRule.SingleDate, _) => deadline.Date is { } date ? ServicesTexts.Get("deadline.date", DateWords.Day(date)) : ServicesTexts.Get("deadline.no-date"),
            (DeadlineRule.LastBankDay, null) => ServicesTexts.Get("deadline.last-bank-day"),
            (DeadlineRule.LastBankDay, _) => ServicesTexts.Get("deadline.last-bank-day.months", months),
            (DeadlineRule.DayOfMonth, null) => ServicesTexts.Get("deadline.day", deadline.Day ?? 1),
            (DeadlineRule.DayOfMonth, _) => ServicesTexts.Get("deadline.day.months", deadline.Day ?? 1, months),
            _ => throw new ArgumentOutOfRangeException(nameof(deadline)),
        };
    }

    public static string Lead(Deadline deadline) => Say.Exactly(deadline.LeadDays * 24);

    private static TimeBand BandOf(Spread spread)
    {
        var distribution = spread.ToDistribution();
        var (low, middle, high) = (distribution.Quantile(0.1), distribution.Quantile(0.5), distribution.Quantile(0.9));
        return new TimeBand(low, middle, high, low, low, middle, middle, high, high);
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
