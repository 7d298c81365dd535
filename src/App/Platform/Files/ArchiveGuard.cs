using System.Buffers;
using System.Collections.Frozen;

namespace ResilienceMonitor.Platform.Files;

/// <summary>What an archive may hold, by its directory alone. <see cref="PartStream"/> holds it to the sizes while unpacking.</summary>
internal static class ArchiveGuard
{
    public const int MaxEntries = 2_000;
    public const long MaxUnpackedBytes = 100 * 1024 * 1024;
    public const int MaxRatio = 100;

    /// <summary>Below this size a high ratio harms nobody: an empty style sheet packs very well.</summary>
    public const long RatioFloorBytes = 1024 * 1024;

    private static readonly FrozenSet<string> Archives = FrozenSet.ToFrozenSet(
        [".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".tar", ".cab", ".jar", ".iso",
         ".xlsx", ".xlsm", ".xlsb", ".docx", ".docm", ".pptx", ".pptm", ".ods", ".odt", ".odp"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:*?\"<>|");

    private static readonly FrozenSet<string> DeviceNames = FrozenSet.ToFrozenSet(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    public static void Check(IReadOnlyCollection<ArchiveEntry> entries)
    {
        if (entries.Any(e => e.IsEncrypted))
            throw FileRefusedException.Because(FileCode.ArchiveEncrypted);
        if (entries.FirstOrDefault(e => e.IsLink || !IsSafe(e.Name)) is { } unsafeEntry)
            throw FileRefusedException.Because(FileCode.ArchivePath, unsafeEntry.Name);
        if (entries.FirstOrDefault(e => Archives.Contains(Path.GetExtension(e.Name))) is { } nested)
            throw FileRefusedException.Because(FileCode.ArchiveNested, nested.Name);
        if (entries.Sum(e => e.Unpacked) > MaxUnpackedBytes || entries.Any(IsBomb))
            throw FileRefusedException.Because(FileCode.ArchiveUnpacked, MaxUnpackedBytes / (1024 * 1024));
        if (entries.Any(e => e.Method is not (ArchiveEntry.Stored or ArchiveEntry.Deflated) || (e.Method == ArchiveEntry.Stored && e.Packed != e.Unpacked)))
            throw new InvalidDataException("An entry is packed in a way that is not supported.");
    }

    private static bool IsBomb(ArchiveEntry entry) => entry.Unpacked > RatioFloorBytes && entry.Unpacked > entry.Packed * MaxRatio;

    /// <summary>Nothing is ever written under such a name; a file that holds one was made to do harm, so all of it is refused.</summary>
    private static bool IsSafe(string name)
    {
        if (name.Length is 0 or > 255 || name.AsSpan().ContainsAny(Forbidden) || !ShownText.IsPlain(name))
            return false;
        var parts = name.EndsWith('/') ? name[..^1].Split('/') : name.Split('/');
        return Array.TrueForAll(parts, IsSafePart);
    }

    private static bool IsSafePart(string part) =>
        part.Length > 0 && !part.EndsWith('.') && !part.EndsWith(' ') && !DeviceNames.Contains(part.Split('.')[0].TrimEnd());
}
