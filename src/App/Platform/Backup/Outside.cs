using System.Data.Common;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>Turns what stands in the way into a sentence: a full disk, a missing right, a server that does not answer.</summary>
internal static class Outside
{
    public static async Task<Result<T>> Guard<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (BackupRefusedException refused)
        {
            return refused.Refusal;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem(Refusal.Of<BackupTexts>("outside.file", e.Message.ReplaceLineEndings(" ")));
        }
        catch (DbException e)
        {
            throw new StartProblem(Refusal.Of<BackupTexts>("outside.database", e.Message.ReplaceLineEndings(" ")));
        }
    }
}
