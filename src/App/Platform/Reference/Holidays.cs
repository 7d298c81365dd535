using NodaTime;
using NodaTime.Text;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>German public holidays. It knows holidays of whole states only, not those of single towns or districts (for example Augsburg, or Catholic parts of Bavaria).</summary>
public sealed class Holidays(CatalogueFile<HolidayRule> file)
{
    private static readonly LocalDatePattern MonthDay = LocalDatePattern.CreateWithInvariantCulture("MM-dd");

    /// <summary>The holidays of a year in a state, in order; without a state those that all states keep.</summary>
    public IReadOnlyList<Holiday> In(int year, string? state)
        => [.. file.Entries.Values.Where(r => IsKept(r, year, state)).Select(r => new Holiday(Date(r, year), r.Name)).OrderBy(h => h.Date)];

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as given by Meeus).</summary>
    public static LocalDate EasterSunday(int year)
    {
        var (century, inCentury) = (year / 100, year % 100);
        var golden = year % 19;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new LocalDate(year, days / 31, (days % 31) + 1);
    }

    private static bool IsKept(HolidayRule rule, int year, string? state)
        => (rule.States.Count == 0 || (state is not null && rule.States.Contains(state)))
            && (rule.FromYear ?? year) <= year && year <= (rule.UntilYear ?? year);

    private static LocalDate Date(HolidayRule rule, int year) => rule switch
    {
        { MonthDay: { } day } => On(day, year),
        { EasterOffset: { } days } => EasterSunday(year).PlusDays(days),
        { WednesdayBefore: { } day } => On(day, year).Previous(IsoDayOfWeek.Wednesday),
        _ => throw new InvalidOperationException("A holiday rule holds exactly one form."),
    };

    private static LocalDate On(string monthDay, int year)
    {
        var parsed = MonthDay.Parse(monthDay).Value;
        return new LocalDate(year, parsed.Month, parsed.Day);
    }
}

/// <summary>A public holiday on its date.</summary>
public sealed record Holiday(LocalDate Date, LocalText Name);
