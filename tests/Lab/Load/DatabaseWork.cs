using System.Globalization;

namespace ResilienceMonitor.Lab.Load;

/// <summary>Time of processors used by the PostgreSQL of the trial, those of connections that have ended included.</summary>
internal static class DatabaseWork
{
    private const double TicksPerSecond = 100;

    /// <summary>Process of the server that started all others; null: not measured.</summary>
    public static int? Postmaster { get; set; }

    public static TimeSpan Now()
    {
        if (Postmaster is not { } first) return TimeSpan.Zero;
        var ticks = 0L;
        foreach (var directory in Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
        {
            if (Fields(directory) is not { } fields) continue;
            var number = int.Parse(Path.GetFileName(directory), CultureInfo.InvariantCulture);

            // Fields after the name, from the state on: parent 1, own time 11 and 12, that of children that have ended 13 and 14.
            if (number == first) ticks += Sum(fields, 11, 14);
            else if (fields[1] == first.ToString(CultureInfo.InvariantCulture)) ticks += Sum(fields, 11, 12);
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>The process that started the one with this number.</summary>
    public static int ParentOf(int process) => int.Parse(Fields($"/proc/{process}")![1], CultureInfo.InvariantCulture);

    private static long Sum(string[] fields, int from, int to) => fields[from..(to + 1)].Sum(f => long.Parse(f, CultureInfo.InvariantCulture));

    private static string[]? Fields(string directory)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(directory, "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // Ended meanwhile.
            return null;
        }
    }
}
