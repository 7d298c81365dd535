using System.Diagnostics;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab;

/// <summary>How this program starts itself again.</summary>
public static class LabProcess
{
    public static string Program { get; } = typeof(LabProcess).Assembly.Location;

    public static ProcessStartInfo Of(IReadOnlyList<string> arguments, params IReadOnlyList<string> before)
    {
        IReadOnlyList<string> all = [.. before, "dotnet", Program, .. arguments];
        var start = new ProcessStartInfo(all[0], all.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the trials start is the program as people run it.
        start.Environment.Remove(DurableSettings.TestVariable);
        return start;
    }
}
