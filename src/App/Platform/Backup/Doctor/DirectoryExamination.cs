using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>The data directory: there, writable, closed to others, with room, on a disk of this computer.</summary>
internal sealed class DirectoryExamination(DataDirectory directory) : IExamination
{
    private const long Room = 1024L * 1024 * 1024;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;
    private static readonly string[] Synced = ["onedrive", "nextcloud", "owncloud", "dropbox", "google drive", "googledrive", "icloud", "seafile", "syncthing", "magentacloud"];
    private static readonly string[] SyncMarks = [".stfolder", ".sync", ".nextcloudsync.log", ".owncloudsync.log", ".dropbox"];

    public Finding? Unreachable()
    {
        if (!Directory.Exists(directory.Path)) return Finding.Of("directory.missing", directory.Path);
        try
        {
            var probe = Path.Combine(directory.Path, $".write-test-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Of("directory.not-writable", directory.Path, e.Message.ReplaceLineEndings(" "));
        }
    }

    public Task<IReadOnlyList<Finding>> Run(CancellationToken ct) => Task.FromResult<IReadOnlyList<Finding>>([.. Findings()]);

    private IEnumerable<Finding> Findings()
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(directory.Path) & Others) != 0) yield return Finding.Of("directory.open-to-others", directory.Path);
        var free = new DriveInfo(directory.Path).AvailableFreeSpace;
        var size = File.Exists(directory.DatabaseFile) ? new FileInfo(directory.DatabaseFile).Length : 0;
        var needed = Math.Max(Room, 3 * size);
        if (free < needed) yield return Finding.Of("directory.little-room", free / 1_000_000, needed / 1_000_000);
        if (NetworkType() is { } type) yield return Finding.Of("directory.network", directory.Path, type);
        if (SyncedBy(directory.Path) is { } program) yield return Finding.Of("directory.synced", directory.Path, program);
        foreach (var left in ScratchDirectory.Left(directory.Path)) yield return Finding.Of("directory.left-over", left);
    }

    /// <summary>The program that copies the directory elsewhere, as far as names tell; null: none.</summary>
    internal static string? SyncedBy(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (Synced.FirstOrDefault(s => folder.Name.Contains(s, StringComparison.OrdinalIgnoreCase)) is not null) return folder.Name;
            if (SyncMarks.FirstOrDefault(m => Path.Exists(Path.Combine(folder.FullName, m))) is { } mark) return mark;
        }

        return null;
    }

    private string? NetworkType()
    {
        if (directory.Path.StartsWith(@"\\", StringComparison.Ordinal)) return "SMB";
        if (OperatingSystem.IsWindows()) return new DriveInfo(directory.Path).DriveType == DriveType.Network ? "SMB" : null;
        return File.Exists("/proc/mounts") ? MountTable.NetworkTypeOf(directory.Path, File.ReadAllText("/proc/mounts")) : null;
    }
}
