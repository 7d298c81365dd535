using System.Globalization;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>Which other processes have a file open, as far as this system tells.</summary>
internal static class OpenElsewhere
{
    /// <summary>Name and number of each process; empty also where it cannot be known.</summary>
    public static IReadOnlyList<string> Processes(string file)
    {
        if (!OperatingSystem.IsLinux()) return [];
        var found = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == Environment.ProcessId) continue;
            if (HasOpen(process, file)) found.Add($"{Name(process)} ({id})");
        }

        return found;
    }

    // A process may end, or belong to somebody else, while it is looked at.
    private static bool HasOpen(string process, string file)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(f => File.ResolveLinkTarget(f, returnFinalTarget: false)?.FullName == file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Name(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "?";
        }
    }
}
