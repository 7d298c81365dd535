using System.IO.Compression;
using ResilienceMonitor.Platform.Backup.Sealing;

namespace ResilienceMonitor.Platform.Backup.Contents;

/// <summary>A backup as a file: parts, packed, sealed, flushed to disk.</summary>
internal static class BackupFile
{
    /// <summary>Writes a new file that others cannot read. Ended only when <paramref name="write"/> succeeds.</summary>
    public static async Task Write(string path, BackupKey key, Func<PartWriter, Task> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 20 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await WriteTo(file, key, write);
        file.Flush(flushToDisk: true);
    }

    internal static async Task WriteTo(Stream target, BackupKey key, Func<PartWriter, Task> write)
    {
        await using var sealing = new SealingStream(target, key);
        await using (var packing = new DeflateStream(sealing, CompressionLevel.Fastest, leaveOpen: true))
        {
            var parts = new PartWriter(packing);
            await write(parts);
            parts.End();
        }

        sealing.Complete();
    }

    /// <summary>Reads to the very end: a file that goes on, or ends early, is refused even if all parts were there.</summary>
    /// <exception cref="BackupRefusedException">Damaged, cut off, changed, or another key.</exception>
    public static async Task<T> Read<T>(string path, BackupKey key, Func<PartReader, Task<T>> read)
    {
        if (!File.Exists(path)) throw BackupRefusedException.Because("file-missing", path);
        await using var file = new FileStream(path, new FileStreamOptions { BufferSize = 1 << 20 });
        await using var unsealing = new UnsealingStream(file, key);
        try
        {
            await using var unpacking = new DeflateStream(unsealing, CompressionMode.Decompress, leaveOpen: true);
            var parts = new PartReader(unpacking);
            var result = await read(parts);
            if (parts.Next() is not null) throw BackupRefusedException.Damaged;
            var rest = new byte[1];
            return await unsealing.ReadAsync(rest) == 0 ? result : throw BackupRefusedException.Damaged;
        }
        catch (InvalidDataException)
        {
            throw BackupRefusedException.Damaged;
        }
    }
}
