using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ResilienceMonitor.Platform.Files;

/// <summary>A file that is there as a whole or not at all, also after a power cut: written beside its place, flushed to disk, renamed, and the directory flushed.</summary>
public static class DurableFile
{
    public static void WriteAllText(string path, string text)
    {
        var part = $"{path}.part-{Environment.ProcessId}";
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            Move(part, path);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Puts a flushed file in its place; what stood there is replaced in one step.</summary>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushDirectoryOf(to);
    }

    public static void Flush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Makes new names in a directory last. Windows writes them with the file.</summary>
    public static void FlushDirectoryOf(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = new SafeFileHandle(Open(Path.GetDirectoryName(Path.GetFullPath(path))!, 0), ownsHandle: true);
        if (handle.IsInvalid || Sync(handle) != 0) throw new IOException($"The directory of {path} could not be flushed to disk ({Marshal.GetLastPInvokeErrorMessage()}).");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(SafeFileHandle file);
}
