using NodaTime;

namespace ResilienceMonitor.Platform.Time;

/// <summary>
/// When an outage begins on the calendar. "Unknown start" is 24 fixed starts: in each month a working day at 10:00 and a
/// weekend night at 03:00, when nobody is there; run number r takes start r mod 24.
/// </summary>
public static class OutageStart
{
    /// <summary>Year of the fixed starts; part of a result's inputs, so that equal inputs give equal bytes on any day.</summary>
    public const int Year = 2027;

    public static IReadOnlyList<LocalDateTime> Unknown { get; } = [.. Enumerable.Range(1, 12).SelectMany(InMonth)];

    private static IEnumerable<LocalDateTime> InMonth(int month)
    {
        var workday = LocalDate.FromYearMonthWeekAndDay(Year, month, 2, IsoDayOfWeek.Tuesday);
        var sunday = LocalDate.FromYearMonthWeekAndDay(Year, month, 2, IsoDayOfWeek.Sunday);
        yield return workday.At(new LocalTime(10, 0));
        yield return sunday.At(new LocalTime(3, 0));
    }
}
