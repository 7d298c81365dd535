using System.Buffers;
using System.Text;
using System.Xml;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Opens the XML of a workbook: no document types, nothing fetched, bounded depth and vocabulary.</summary>
internal static class XlsxXml
{
    private const int MaxDepth = 64;
    private const int BlockCharacters = 4_096;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Every spreadsheet program writes UTF-8; in other encodings <see cref="PartStream"/> could not tell where markup begins.</summary>
    public static XmlReader Open(Archive archive, string part) => XmlReader.Create(new StreamReader(archive.Read(part), Utf8, detectEncodingFromByteOrderMarks: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ArchiveGuard.MaxUnpackedBytes,
        NameTable = new BoundedNameTable(),
    });

    /// <summary>Goes to the next node; false at the end of the document.</summary>
    public static bool Next(this XmlReader reader)
    {
        var more = reader.Read();
        if (reader.Depth > MaxDepth)
            throw new InvalidDataException("The workbook is nested deeper than any spreadsheet program writes it.");
        return more;
    }

    /// <summary>An attribute without a namespace, or the empty text.</summary>
    public static string Attribute(this XmlReader reader, string name) => reader.GetAttribute(name) ?? "";

    /// <summary>
    /// The text directly inside the current element, at most <paramref name="limit"/> + 1 characters, so that the caller sees that there
    /// was more. Leaves the reader on the end of the element.
    /// </summary>
    public static string Text(this XmlReader reader, int limit)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var text = new StringBuilder();
        var block = ArrayPool<char>.Shared.Rent(BlockCharacters);
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
                continue;
            while (text.Length <= limit && reader.ReadValueChunk(block, 0, Math.Min(block.Length, limit + 1 - text.Length)) is > 0 and var count)
                text.Append(block, 0, count);
        }

        ArrayPool<char>.Shared.Return(block);
        return text.ToString();
    }

    /// <summary>A file may invent names without end; each would stay in memory. Spreadsheet programs use a few hundred.</summary>
    private sealed class BoundedNameTable : NameTable
    {
        private const int MaxNames = 20_000;
        private int _names;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string name) => ++_names <= MaxNames
            ? name
            : throw new InvalidDataException("The workbook uses more names than any spreadsheet program.");
    }
}
