using System.Runtime.InteropServices;

namespace ResilienceMonitor.EngineBench;

/// <summary>Time of processors this thread has used: other programs on the machine do not count.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static TimeSpan Now
    {
        get
        {
            if (Read(ThreadCpuTime, out var time) != 0) throw new PlatformNotSupportedException("There is no clock for threads.");
            return TimeSpan.FromTicks(time.Seconds * TimeSpan.TicksPerSecond + time.Nanoseconds / TimeSpan.NanosecondsPerTick);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Time(long Seconds, long Nanoseconds);
}
