using System.Formats.Tar;
using System.IO.Compression;

namespace ResilienceMonitor.Packaging;

/// <summary>Packs a folder so that equal contents give equal bytes: names in order, one time for all, no owner.</summary>
public static class ReleaseArchive
{
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] Programs = ["start.sh", "program/resmon", "program/createdump"];

    public static void Write(string folder, string target, DateTimeOffset made)
    {
        using var output = File.Create(target);
        if (target.EndsWith(".zip", StringComparison.Ordinal)) Zip(folder, output, made);
        else Tar(folder, output, made);
    }

    private static void Tar(string folder, Stream output, DateTimeOffset made)
    {
        using var packed = new GZipStream(output, CompressionLevel.Optimal);
        using var tar = new TarWriter(packed, TarEntryFormat.Ustar);
        foreach (var file in PublishedProgram.AllFiles(folder))
        {
            using var content = File.OpenRead(Path.Combine(folder, file));
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"{Path.GetFileName(folder)}/{file}")
            {
                Mode = Programs.Contains(file) ? ForAll | Executable : ForAll,
                ModificationTime = made,
                DataStream = content,
            });
        }
    }

    private static void Zip(string folder, Stream output, DateTimeOffset made)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create);
        foreach (var file in PublishedProgram.AllFiles(folder))
        {
            var entry = zip.CreateEntry($"{Path.GetFileName(folder)}/{file}", CompressionLevel.Optimal);
            entry.LastWriteTime = made;
            entry.ExternalAttributes = 0;
            using var target = entry.Open();
            using var content = File.OpenRead(Path.Combine(folder, file));
            content.CopyTo(target);
        }
    }
}
