using System.Globalization;
using System.Text;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>Compares words as people write them.</summary>
internal static class Words
{
    /// <summary>Lower case, umlauts written out, letters and digits only: "IT-Dienstleister" becomes "itdienstleister".</summary>
    public static string Fold(string text) => string.Concat(Plain(text).Where(char.IsAsciiLetterOrDigit));

    /// <summary>The part of a key that stands for a name: "Regio iT GmbH" becomes "regio-it-gmbh". Empty when nothing is left.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in Plain(text))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>The candidate that differs by a slip of the pen; null when none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        const int longest = 64;
        var folded = Fold(text);
        if (folded.Length is 0 or > longest)
            return null;
        var (best, distance) = candidates.Select(c => (c, Distance(folded, Fold(c)))).MinBy(c => c.Item2);
        return best is not null && distance <= Math.Max(1, folded.Length / 3) ? best : null;
    }

    private static string Plain(string text)
    {
        var german = text.ToLowerInvariant()
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        // U+FFFE is no letter, and .NET refuses to normalise it.
        return string.Concat(german.Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }

    /// <summary>Letters to insert, drop or change.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
