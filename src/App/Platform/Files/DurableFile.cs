using System.Runtime.InteropServices;
using System.Text;

namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Writes a file that must survive a power cut: beside its place, flushed to the disk, put in place with one rename, and the name flushed
/// as well. Whatever happens, the place holds the whole old content or the whole new one, and after <see cref="Keep"/> the new one.
/// Only the user of the program may read it. On Windows the file system's own journal keeps the names.
/// </summary>
public sealed class DurableFile : IDisposable
{
    private readonly string path;
    private readonly string part;
    private readonly FileStream stream;
    private bool kept;

    private DurableFile(string path)
    {
        this.path = Path.GetFullPath(path);
        part = $"{this.path}.{Guid.CreateVersion7():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        stream = new FileStream(part, options);
    }

    /// <summary>What is written here takes the place of the file once it is kept; disposed before that, it is thrown away.</summary>
    public Stream Content => stream;

    public static DurableFile Replace(string path) => new(path);

    /// <summary>Makes a directory and those above it, so that their names survive too. Only the user of the program may look into them.</summary>
    public static void CreateDirectory(string path)
    {
        var missing = new Stack<string>();
        for (var at = Path.GetFullPath(path); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at)) missing.Push(at);
        foreach (var directory in missing)
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
            else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            FlushNames(Path.GetDirectoryName(directory)!);
        }
    }

    /// <summary>Writes a short text as a whole.</summary>
    public static void WriteAllText(string path, string text)
    {
        using var file = Replace(path);
        file.Content.Write(Encoding.UTF8.GetBytes(text));
        file.Keep();
    }

    /// <summary>Puts a complete, flushed file in its place; what stood there is replaced in one step.</summary>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushDirectoryOf(to);
    }

    /// <summary>Makes what was written to a file by others survive.</summary>
    public static void Flush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Makes the names beside a file survive.</summary>
    public static void FlushDirectoryOf(string path) => FlushNames(Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>Returns when the new content is safe.</summary>
    public void Keep()
    {
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(part, path, overwrite: true);
        kept = true;
        FlushNames(Path.GetDirectoryName(path)!);
    }

    public void Dispose()
    {
        stream.Dispose();
        if (!kept) File.Delete(part);
    }

    /// <summary>Makes the names in a directory survive: files created, renamed and removed there until now.</summary>
    /// <exception cref="IOException">The system did not do it.</exception>
    private static void FlushNames(string directory)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = OpenDirectory(Encoding.UTF8.GetBytes(directory + '\0'), 0);
        if (handle < 0) throw Failed(directory);
        try
        {
            if (FlushToDisk(handle) != 0) throw Failed(directory);
        }
        finally
        {
            _ = CloseHandle(handle);
        }
    }

    private static IOException Failed(string directory) => new($"{directory}: {Marshal.GetLastPInvokeErrorMessage()}");

    // .NET opens no directories, and without that a new name cannot be flushed.
    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenDirectory(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FlushToDisk(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseHandle(int handle);
}
