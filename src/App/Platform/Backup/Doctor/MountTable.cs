using System.Text.RegularExpressions;

namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>Reads from the list of mounted file systems whether a path lies on another computer, where locks and syncs cannot be relied on.</summary>
internal static partial class MountTable
{
    private static readonly HashSet<string> Network = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.davfs", "davfs", "fuse.s3fs"];

    /// <summary>Type of the file system, when it is one of the network; else null.</summary>
    public static string? NetworkTypeOf(string path, string mounts)
    {
        var (longest, type) = ("", "");
        foreach (var line in mounts.Split('\n'))
        {
            if (line.Split(' ') is not [_, var written, var found, ..]) continue;
            var point = Escape().Replace(written, m => ((char)Convert.ToInt32(m.Groups[1].Value, 8)).ToString());
            if (point.Length >= longest.Length && (path == point || path.StartsWith(point.TrimEnd('/') + '/', StringComparison.Ordinal))) (longest, type) = (point, found);
        }

        return Network.Contains(type) ? type : null;
    }

    [GeneratedRegex(@"\\([0-7]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
