using System.Security.Cryptography;
using System.Xml;

namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Reads a table that somebody hands in, as CSV or XLSX. Its first bytes say what it is, not its name. Whatever is in the file, the
/// answer is a table or a list of problems; nothing in it is run, fetched or written anywhere, and memory stays within
/// <see cref="TableLimits"/>.
/// </summary>
public static class TableFile
{
    private const int BlockBytes = 64 * 1024;

    public static async Task<TableReadResult> Read(string path, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await Read(file, TableLimits.Default, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return TableReadResult.Refused([FileTexts.Problem(FileCode.Unreadable)]);
        }
    }

    public static Task<TableReadResult> Read(Stream file, CancellationToken ct) => Read(file, TableLimits.Default, ct);

    public static async Task<TableReadResult> Read(Stream file, TableLimits limits, CancellationToken ct)
    {
        ReadOnlyMemory<byte> content;
        try
        {
            content = await Load(file, limits, ct);
        }
        catch (FileRefusedException refused)
        {
            return TableReadResult.Refused(refused.Problems);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return TableReadResult.Refused([FileTexts.Problem(FileCode.Unreadable)]);
        }

        return Parse(content, limits);
    }

    /// <summary>
    /// The edge: a reader that meets what nobody thought of must not take the page or the process with it. Running out of
    /// memory is not caught, the limits are there to prevent it.
    /// </summary>
    internal static TableReadResult Parse(ReadOnlyMemory<byte> content, TableLimits limits)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var (table, problems) = Guard(() => FileMagic.IsArchive(content.Span[..Math.Min(content.Length, FileMagic.Length)])
            ? XlsxReader.Read(Archive.Open(content), limits)
            : CsvReader.Read(TextDecoding.Decode(content.Span), limits));
        return table is null ? TableReadResult.Refused(problems, hash) : TableReadResult.Of(table, hash);
    }

    /// <summary>Every sheet of a file as people made it: a workbook, a CSV file, or an archive of CSV files.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="limits">How large it may be.</param>
    public static SheetsReadResult ReadSheets(ReadOnlyMemory<byte> content, TableLimits limits)
    {
        var (sheets, problems) = Guard(() => content.Length > limits.FileBytes ? throw TooLarge(limits)
            : FileMagic.IsArchive(content.Span[..Math.Min(content.Length, FileMagic.Length)]) ? SheetsOf(Archive.Open(content), limits)
            : [CsvReader.ReadAll(TextDecoding.Decode(content.Span), name: null, limits)]);
        return new SheetsReadResult(sheets ?? [], problems);
    }

    private static IReadOnlyList<RawSheet> SheetsOf(Archive archive, TableLimits limits)
    {
        var names = archive.Names.Where(n => !n.EndsWith('/')).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0 || !names.TrueForAll(n => n.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))) return XlsxReader.ReadAll(archive, limits);
        return [.. names.Select(n => CsvReader.ReadAll(TextDecoding.Decode(BytesOf(archive, n)), Path.GetFileNameWithoutExtension(n), limits))];
    }

    private static byte[] BytesOf(Archive archive, string name)
    {
        using var part = archive.Read(name);
        using var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>The one place where what a reader throws becomes words.</summary>
    private static (T? Read, IReadOnlyList<FileProblem> Problems) Guard<T>(Func<T> read) where T : class
    {
        try
        {
            return (read(), []);
        }
        catch (FileRefusedException refused)
        {
            return (null, refused.Problems);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            return (null, [FileTexts.Problem(FileCode.Damaged)]);
        }
        catch (Exception unknown) when (unknown is not OutOfMemoryException)
        {
            return (null, [FileTexts.Problem(FileCode.Unreadable)]);
        }
    }

    /// <summary>A file that is too large is refused by its length, junk by its first bytes, and a stream without a length at the limit.</summary>
    private static async Task<ReadOnlyMemory<byte>> Load(Stream file, TableLimits limits, CancellationToken ct)
    {
        if (file.CanSeek && file.Length - file.Position > limits.FileBytes)
            throw TooLarge(limits);
        var block = new byte[BlockBytes];
        using var content = new MemoryStream();
        var looked = false;
        while (await file.ReadAsync(block, ct) is > 0 and var count)
        {
            if (content.Length + count > limits.FileBytes)
                throw TooLarge(limits);
            await content.WriteAsync(block.AsMemory(0, count), ct);
            if (!looked && content.Length >= FileMagic.Length)
            {
                FileMagic.IsArchive(content.GetBuffer().AsSpan(0, FileMagic.Length));
                looked = true;
            }
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static FileRefusedException TooLarge(TableLimits limits) =>
        FileRefusedException.Because(FileCode.TooLarge, limits.FileBytes / (1024 * 1024));
}
