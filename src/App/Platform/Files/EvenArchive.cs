using System.IO.Compression;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Archives without the moment of their making, so that equal contents are equal bytes.</summary>
internal static class EvenArchive
{
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Never;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>The same contents without their times.</summary>
    public static byte[] Again(Stream archive)
    {
        using var read = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        return Of(read.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal).Select(e =>
        {
            using var stream = e.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (e.FullName, content.ToArray());
        }));
    }
}
