using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Calibration.Cli;

/// <summary>Reads the folder a verb is given, or says all that is wrong with it.</summary>
internal static class FolderArgument
{
    /// <returns>Null: refused, and the reasons were written.</returns>
    public static async Task<OutageCollection?> Read(CommandContext context, string directory, CancellationToken ct)
    {
        var (collection, problems) = await OutageFolder.Read(directory, ct);
        foreach (var problem in problems) await context.Output.Error.WriteLineAsync(problem.ToString());
        return collection;
    }
}
