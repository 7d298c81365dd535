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
        try
        {
            var table = FileMagic.IsArchive(content.Span[..Math.Min(content.Length, FileMagic.Length)])
                ? XlsxReader.Read(Archive.Open(content), limits)
                : CsvReader.Read(TextDecoding.Decode(content.Span), limits);
            return TableReadResult.Of(table, hash);
        }
        catch (FileRefusedException refused)
        {
            return TableReadResult.Refused(refused.Problems, hash);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            return TableReadResult.Refused([FileTexts.Problem(FileCode.Damaged)], hash);
        }
        catch (Exception unknown) when (unknown is not OutOfMemoryException)
        {
            return TableReadResult.Refused([FileTexts.Problem(FileCode.Unreadable)], hash);
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
