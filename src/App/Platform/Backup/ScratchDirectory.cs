using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>
/// A place for files in between, inside the data directory, readable for its owner only. Whoever has it is the only one who backs up
/// or restores there; what a killed predecessor left is cleared away first.
/// </summary>
internal sealed class ScratchDirectory : IDisposable
{
    private const string Prefix = ".backup-";
    private readonly FileStream claim;
    private readonly string path;

    private ScratchDirectory(FileStream claim, string path) => (this.claim, this.path) = (claim, path);

    /// <exception cref="BackupRefusedException">Another backup or restore is running there.</exception>
    public static ScratchDirectory Claim(string directory)
    {
        DataDirectory.Make(directory);
        var claim = ClaimFile(Path.Combine(directory, ".backup.lock"));
        try
        {
            foreach (var left in Left(directory)) Directory.Delete(left, recursive: true);
            var path = Path.Combine(directory, $"{Prefix}{Environment.ProcessId}");
            DataDirectory.Make(path);
            return new ScratchDirectory(claim, path);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>What killed predecessors left.</summary>
    public static IEnumerable<string> Left(string directory) => Directory.EnumerateDirectories(directory, Prefix + "*");

    public string File(string name) => Path.Combine(path, name);

    public void Dispose()
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        claim.Dispose();
    }

    private static FileStream ClaimFile(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            throw BackupRefusedException.Because("already-running");
        }
    }
}
