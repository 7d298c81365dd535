using NodaTime;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Services.Compilation;

/// <summary>The due hours of a calendar deadline after one start.</summary>
internal static class DeadlineHours
{
    public static IReadOnlyList<double> After(LocalDateTime start, Deadline deadline, HourCalendar calendar) =>
        [.. Dates(start.Date, deadline, calendar).Select(d => calendar.EndOf(start, d)).OfType<double>().Where(h => h <= OutageSimulation.Horizon).Order()];

    private static IEnumerable<LocalDate> Dates(LocalDate from, Deadline deadline, HourCalendar calendar)
    {
        if (deadline.Rule == DeadlineRule.SingleDate)
        {
            if (deadline.Date is { } single) yield return single;
            yield break;
        }

        var first = new LocalDate(from.Year, from.Month, 1);
        for (var i = 0; i <= 61; i++)
        {
            var month = first.PlusMonths(i);
            if (deadline.Months.Count == 0 || deadline.Months.Contains(month.Month)) yield return InMonth(month, deadline, calendar);
        }
    }

    /// <summary>The date of a repeated deadline in the month of a day.</summary>
    internal static LocalDate InMonth(LocalDate month, Deadline deadline, HourCalendar calendar)
    {
        var days = month.Calendar.GetDaysInMonth(month.Year, month.Month);
        if (deadline.Rule == DeadlineRule.LastBankDay)
        {
            var last = month.PlusDays(days - 1);
            while (!calendar.IsWorkingDay(last)) last = last.PlusDays(-1);
            return last;
        }

        var date = month.PlusDays(Math.Clamp(deadline.Day ?? 1, 1, days) - 1);
        while (!calendar.IsWorkingDay(date)) date = date.PlusDays(1);
        return date;
    }
}
