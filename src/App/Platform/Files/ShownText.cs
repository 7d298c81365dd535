using System.Globalization;
using System.Text;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Text from a file inside a message: short, on one line, and without characters that hide or turn what stands beside them.</summary>
public static class ShownText
{
    private const int MaxCharacters = 120;
    private const char Stand = '\u00B7';

    public static string Of(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, MaxCharacters + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MaxCharacters)
                return shown.Append('…').ToString();
            shown.Append(IsPlain(rune) ? rune.ToString() : Stand);
        }

        return shown.ToString();
    }

    /// <summary>False for control characters, line separators and direction marks. They have no business in a name.</summary>
    public static bool IsPlain(string text) => text.EnumerateRunes().All(IsPlain);

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse) && rune != Rune.ReplacementChar;
}
