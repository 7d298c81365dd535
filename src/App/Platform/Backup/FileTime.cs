using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>A moment in the name of a file, in UTC: sorts by time, and no system forbids a character of it.</summary>
internal static class FileTime
{
    public static string Of(Instant moment) => InstantPattern.Create("uuuuMMdd'-'HHmmss", CultureInfo.InvariantCulture).Format(moment);
}
