using System.Globalization;
using System.Text;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Reports.Documents;

/// <summary>Text of people inside a document: without characters a file cannot hold or that hide and turn what stands beside them.</summary>
internal static class PlainText
{
    private const char Stand = ' ';

    /// <summary>A sentence or a cell. Lone surrogates, control characters and direction marks become a space; line ends stay.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) plain.Append(IsPlain(rune) ? rune.ToString() : Stand);
        return plain.ToString();
    }

    /// <summary>A name: one line, and no longer than names may be.</summary>
    public static string Name(string text)
    {
        var name = string.Join(' ', Of(text.Length > 2 * Limits.NameLength ? text[..(2 * Limits.NameLength)] : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var elements = StringInfo.ParseCombiningCharacters(name);
        return elements.Length <= Limits.NameLength ? name : $"{name[..elements[Limits.NameLength - 1]]}…";
    }

    // The replacement character is what a lone surrogate is read as.
    private static bool IsPlain(Rune rune) => rune.Value is '\n' || (rune != Rune.ReplacementChar && (rune.Value & 0xFFFE) != 0xFFFE && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse));
}
