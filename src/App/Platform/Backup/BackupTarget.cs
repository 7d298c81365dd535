using System.Text.RegularExpressions;
using NodaTime;
using ResilienceMonitor.Platform.Backup.Sealing;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>Where a backup goes: into a file that is named, or under a name made of the time into a directory.</summary>
internal sealed partial record BackupTarget(string Directory, string File, bool Named)
{
    public static BackupTarget Of(string place, Instant now)
    {
        var full = Path.GetFullPath(place);
        if (!System.IO.Directory.Exists(full) && !Path.EndsInDirectorySeparator(place)) return new(Path.GetDirectoryName(full)!, full, Named: true);
        var directory = Path.TrimEndingDirectorySeparator(full);
        return new(directory, Path.Combine(directory, $"resmon-{FileTime.Of(now)}.backup"), Named: false);
    }

    /// <summary>The place beside the file where it is written first.</summary>
    public string Part => $"{File}.part";

    /// <summary>A backup may take the place of an older backup, never of anything else.</summary>
    public void MustBeFree()
    {
        if (System.IO.Directory.Exists(File)) throw BackupRefusedException.Because("target-taken", File);
        if (!System.IO.File.Exists(File)) return;
        if (!Named) throw BackupRefusedException.Because("target-taken", File);
        Span<byte> begin = stackalloc byte[SealHeader.Size];
        using var stream = System.IO.File.OpenRead(File);
        var read = stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        if (!SealHeader.Begins(begin[..read])) throw BackupRefusedException.Because("target-taken", File);
    }

    /// <summary>Removes the oldest backups of the directory, those of this program's naming only; never the one just made, whatever the clock says.</summary>
    public IReadOnlyList<string> Thin(int keep)
    {
        var old = System.IO.Directory.EnumerateFiles(Directory).Where(f => f != File && OwnName().IsMatch(Path.GetFileName(f)))
            .OrderDescending(StringComparer.Ordinal).Skip(keep - 1).ToList();
        foreach (var file in old) System.IO.File.Delete(file);
        return old;
    }

    [GeneratedRegex(@"^resmon-\d{8}-\d{6}\.backup$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();
}
