using NodaTime;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>A change that was made in the future says that the clock was wrong then, or is now.</summary>
internal static class ClockFinding
{
    public static Finding? Of(long lastEventMicroseconds, IClock clock)
    {
        var last = Instant.FromUnixTimeTicks(lastEventMicroseconds * 10);
        return last > clock.GetCurrentInstant() + ComputerExamination.Tolerance ? Finding.Of("clock.behind-event", clock.GetCurrentInstant(), last) : null;
    }
}
