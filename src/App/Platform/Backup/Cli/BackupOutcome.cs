using System.Globalization;
using NodaTime;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Platform.Backup.Cli;

/// <summary>How the verbs say what came of it.</summary>
internal static class BackupOutcome
{
    public static async Task<int> Of(CommandContext context, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (BackupRefusedException refused)
        {
            return context.Refused(refused.Refusal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem(Refusal.Of<BackupTexts>("outside.file", e.Message.ReplaceLineEndings(" ")));
        }
    }

    public static string Good(ProvenBackup backup) =>
        BackupTexts.Say("cli.good", backup.File, Moment(backup.MadeAt), backup.Tables, backup.Rows, Math.Max(1, backup.Bytes / 1024));

    /// <summary>A moment in the time of this computer.</summary>
    public static string Moment(Instant moment) =>
        moment.InZone(DateTimeZoneProviders.Bcl.GetSystemDefault()).ToString(BackupTexts.Get("moment"), CultureInfo.CurrentCulture);
}
