namespace ResilienceMonitor.Platform.Files;

/// <summary>A directory that only its owner can look into and whose name survives a power cut, at every level that was missing.</summary>
public static class DurableDirectory
{
    public static void Make(string path)
    {
        var missing = new Stack<string>();
        for (var at = Path.GetFullPath(path); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at)) missing.Push(at);
        foreach (var directory in missing)
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
            else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            DurableFile.FlushDirectoryOf(directory);
        }
    }
}
