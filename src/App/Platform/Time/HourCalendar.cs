using NodaTime;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Platform.Time;

/// <summary>Turns calendars (zone, clock changes, holidays) into hours after the start of an outage; the engine knows no clock.</summary>
public sealed class HourCalendar(DateTimeZone zone, Func<int, IReadOnlySet<LocalDate>> holidays)
{
    private static readonly LocalTime Opening = new(7, 0);

    /// <summary>The working windows for one start: every working day from 07:00 on. Holidays are free unless seven days are worked.</summary>
    /// <param name="start">Start of the outage in local time.</param>
    /// <param name="hoursADay">Length of the window, at most 24.</param>
    /// <param name="daysAWeek">1 to 7, from Monday on.</param>
    public WorkCalendar Windows(LocalDateTime start, double hoursADay, int daysAWeek)
    {
        if (hoursADay >= 24 && daysAWeek >= 7) return WorkCalendar.AlwaysOpen;
        var begin = Begin(start);
        var breakpoints = new List<double>();
        var last = start.Date.PlusDays((int)(OutageSimulation.Horizon / 24) + 1);
        for (var day = start.Date; day <= last; day = day.PlusDays(1))
        {
            if ((int)day.DayOfWeek > daysAWeek || (daysAWeek < 7 && holidays(day.Year).Contains(day))) continue;
            var open = Math.Max(0, HoursTo(begin, day.At(Opening)));
            var close = HoursTo(begin, day.At(Opening)) + Math.Min(hoursADay, 24);
            if (close <= 0) continue;
            if (breakpoints.Count > 0 && open <= breakpoints[^1]) breakpoints[^1] = close;
            else breakpoints.AddRange([open, close]);
        }

        return new WorkCalendar(breakpoints);
    }

    /// <summary>Hours after the start at which a local date ends (24:00), when it lies behind the start.</summary>
    public double? EndOf(LocalDateTime start, LocalDate date) =>
        HoursTo(Begin(start), date.PlusDays(1).AtMidnight()) is var hours and > 0 ? hours : null;

    public bool IsWorkingDay(LocalDate date) => date.DayOfWeek <= IsoDayOfWeek.Friday && !holidays(date.Year).Contains(date);

    private Instant Begin(LocalDateTime start) => zone.AtLeniently(start).ToInstant();

    private double HoursTo(Instant begin, LocalDateTime local) => (zone.AtLeniently(local).ToInstant() - begin).TotalHours;
}
