using System.Text;

namespace ResilienceMonitor.Platform.Files;

/// <summary>What of a number format matters here: whether it shows a date, or a number with leading zeros.</summary>
internal static class XlsxFormat
{
    public const string Date = "date";

    private const string DateLetters = "dmyhs";

    /// <summary>Formats that every program knows by number; 14 to 22 and 45 to 47 are dates and times.</summary>
    public static string BuiltIn(string id) => id is "14" or "15" or "16" or "17" or "18" or "19" or "20" or "21" or "22" or "45" or "46" or "47" ? Date : "";

    public static bool IsZeros(string format) => format.Length > 1 && format.All(c => c == '0');

    /// <summary>The format for positive numbers as <see cref="Date"/>, as zeros, or empty for all others.</summary>
    public static string Reduce(string code)
    {
        var bare = Bare(code);
        if (bare.Equals("general", StringComparison.OrdinalIgnoreCase))
            return "";
        if (IsZeros(bare))
            return bare;
        return bare.AsSpan().ContainsAny(DateLetters) || bare.AsSpan().ContainsAny(DateLetters.ToUpperInvariant()) ? Date : "";
    }

    /// <summary>Without quoted words, escaped characters, colours and conditions, and without the parts for negative numbers and text.</summary>
    private static string Bare(string code)
    {
        var bare = new StringBuilder();
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            var close = code[at] switch { '"' => '"', '[' => ']', _ => '\0' };
            if (close != '\0')
            {
                var end = code.IndexOf(close, at + 1);
                at = end < 0 ? code.Length : end;
            }
            else if (code[at] is '\\' or '_' or '*')
            {
                at++;
            }
            else
            {
                bare.Append(code[at]);
            }
        }

        return bare.ToString();
    }
}
