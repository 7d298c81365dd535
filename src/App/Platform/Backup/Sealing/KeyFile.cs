using System.Security.Cryptography;
using System.Text;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Backup.Sealing;

/// <summary>
/// A key as a text file: it can be printed, laid into a safe and typed in again. Eight digits at the end catch a typing mistake.
/// </summary>
public static class KeyFile
{
    private const string Prefix = "resmon-backup-key-1";
    private const int CheckBytes = 4;

    /// <summary>Makes a new key that only its owner can read. A file that is there already stays as it is.</summary>
    /// <exception cref="BackupRefusedException">There is a file already.</exception>
    public static void Create(string path)
    {
        if (Path.Exists(path)) throw BackupRefusedException.Because("key.exists", path);
        var key = RandomNumberGenerator.GetBytes(BackupKey.KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(path, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(Text(key)));
            stream.Flush(flushToDisk: true);
        }

        DurableFile.FlushDirectoryOf(path);
    }

    /// <exception cref="BackupRefusedException">It is missing, or no key.</exception>
    public static BackupKey Read(string path)
    {
        if (!File.Exists(path)) throw BackupRefusedException.Because("key.missing", path);
        if (new FileInfo(path).Length > BackupLimits.KeyFileBytes) throw BackupRefusedException.Because("key.unreadable", path);
        var line = File.ReadLines(path).FirstOrDefault(l => l.StartsWith(Prefix, StringComparison.Ordinal))
            ?? throw BackupRefusedException.Because("key.unreadable", path);
        var digits = string.Concat(line[Prefix.Length..].Where(c => !char.IsWhiteSpace(c) && c is not ':' and not '-'));
        var bytes = new byte[BackupKey.KeyBytes + CheckBytes];
        if (digits.Length != bytes.Length * 2 || Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            throw BackupRefusedException.Because("key.unreadable", path);
        var key = bytes[..BackupKey.KeyBytes];
        return Check(key).AsSpan().SequenceEqual(bytes.AsSpan(BackupKey.KeyBytes)) ? BackupKey.OfBytes(key) : throw BackupRefusedException.Because("key.mistyped", path);
    }

    /// <summary>True when others than the owner can read it.</summary>
    public static bool OthersCanRead(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;

    private static string Text(byte[] key)
    {
        var digits = Convert.ToHexStringLower([.. key, .. Check(key)]);
        return $"# {BackupTexts.Get("key.comment").ReplaceLineEndings("\n# ")}\n{Prefix}: {string.Join(' ', digits.Chunk(4).Select(c => new string(c)))}\n";
    }

    private static byte[] Check(byte[] key) => SHA256.HashData(key)[..CheckBytes];
}
