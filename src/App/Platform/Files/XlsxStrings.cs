using System.Text;
using System.Xml;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Text as workbooks hold it: in one list that cells point into, or inside the cell.</summary>
internal static class XlsxStrings
{
    private const int MaxStrings = 1_000_000;

    public static List<string> Read(Archive archive, string part, TableLimits limits)
    {
        var strings = new List<string>();
        var characters = 0L;
        using var reader = XlsxXml.Open(archive, part);
        while (reader.Next())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si", Depth: 1 })
                continue;
            var text = ReadText(reader, limits.CellCharacters);
            characters += text.Length;
            if (strings.Count == MaxStrings || characters > limits.TextCharacters)
                throw FileRefusedException.Because(FileCode.TextTooLong, limits.TextCharacters);
            strings.Add(text);
        }

        return strings;
    }

    /// <summary>
    /// The text of a <c>si</c> or <c>is</c> element: all its runs, without the phonetic guide. More than <paramref name="limit"/> characters
    /// come back cut to one more, so that the cell that uses it can be named.
    /// </summary>
    public static string ReadText(XmlReader reader, int limit)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var runs = new StringBuilder();
        var phonetic = false;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.LocalName == "rPh")
                phonetic = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            if (phonetic || reader is not { NodeType: XmlNodeType.Element, LocalName: "t" })
                continue;
            var run = reader.Text(limit);
            if (runs.Length <= limit)
                runs.Append(run);
        }

        var text = Unescape(runs.ToString());
        return text.Length > limit ? text[..(limit + 1)] : text;
    }

    /// <summary>Characters that XML cannot hold stand as <c>_x000D_</c>.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
}
