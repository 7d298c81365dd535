using System.Buffers.Binary;

namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// A ZIP file in memory, checked as a whole before anything in it is unpacked. The directory is read here and not by a library,
/// so that what was checked is exactly what is unpacked: two readers that disagree are how such checks are got round.
/// Refused is everything a spreadsheet program does not write: more than one volume, ZIP64, encryption, overlapping entries.
/// </summary>
internal sealed class Archive
{
    private const int EndSize = 22;
    private const int MaxCommentSize = 65_535;
    private const uint EndSignature = 0x06054b50;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<string, ArchiveEntry> _entries;

    private Archive(ReadOnlyMemory<byte> file, Dictionary<string, ArchiveEntry> entries) => (_file, _entries) = (file, entries);

    public IReadOnlyCollection<string> Names => _entries.Keys;

    public bool Contains(string name) => _entries.ContainsKey(name);

    public static Archive Open(ReadOnlyMemory<byte> file)
    {
        var end = EndOf(file.Span);
        var record = file.Span[end..];
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (entries > ArchiveGuard.MaxEntries)
            throw FileRefusedException.Because(FileCode.ArchiveEntries, ArchiveGuard.MaxEntries);
        var oneVolume = BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) == 0 && BinaryPrimitives.ReadUInt16LittleEndian(record[8..]) == entries;
        if (!oneVolume || start + (long)size != end)
            throw new InvalidDataException("The directory is not where the end record says.");
        var found = Directory(file.Span[(int)start..end]);
        if (found.Count != entries)
            throw new InvalidDataException("The directory holds another number of entries than the end record says.");
        ArchiveGuard.Check(found);
        return new Archive(file, Locate(file.Span, found, (int)start));
    }

    /// <summary>The content of one entry, unpacked as it is read and never beyond the size that was checked.</summary>
    public Stream Read(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            throw new InvalidDataException("A part of the workbook is missing.");
        return new PartStream(_file.Slice(entry.DataStart, (int)entry.Packed), entry);
    }

    private static int EndOf(ReadOnlySpan<byte> file)
    {
        for (var at = file.Length - EndSize; at >= 0 && at >= file.Length - EndSize - MaxCommentSize; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file[at..]) == EndSignature
                && BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 20)..]) == file.Length - at - EndSize)
                return at;
        }

        throw new InvalidDataException("The archive has no end record.");
    }

    private static List<ArchiveEntry> Directory(ReadOnlySpan<byte> directory)
    {
        var entries = new List<ArchiveEntry>();
        while (!directory.IsEmpty)
        {
            if (entries.Count == ArchiveGuard.MaxEntries)
                throw FileRefusedException.Because(FileCode.ArchiveEntries, ArchiveGuard.MaxEntries);
            var entry = ArchiveEntry.Read(directory, out var size);
            entries.Add(entry);
            directory = directory[size..];
        }

        return entries;
    }

    /// <summary>Finds the data of each entry and that no two share bytes: overlapping entries are how a small file becomes petabytes.</summary>
    private static Dictionary<string, ArchiveEntry> Locate(ReadOnlySpan<byte> file, List<ArchiveEntry> entries, int directoryStart)
    {
        var located = new Dictionary<string, ArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        var free = 0L;
        foreach (var entry in entries.OrderBy(e => e.HeaderStart))
        {
            if (entry.HeaderStart < free || entry.HeaderStart > directoryStart)
                throw new InvalidDataException("Two entries overlap.");
            var placed = entry with { DataStart = entry.FindData(file) };
            free = placed.DataStart + placed.Packed;
            if (free > directoryStart)
                throw new InvalidDataException("An entry reaches into the directory.");
            if (!located.TryAdd(placed.Name, placed))
                throw new InvalidDataException("Two entries have the same name.");
        }

        return located;
    }
}
