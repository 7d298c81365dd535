namespace ResilienceMonitor.Platform.Files;

/// <summary>Text on its way into a spreadsheet file.</summary>
public static class SpreadsheetText
{
    /// <summary>
    /// A text that a spreadsheet program would take for a formula gets an apostrophe in front, and so does one that has some there already; all other text
    /// stays as it is.
    /// Use it for text from people or files. Numbers are written as numbers, else −5 would become text.
    /// </summary>
    public static string Neutralise(string text) => LooksLikeFormula(text.TrimStart('\'')) ? "'" + text : text;

    /// <summary>Takes back what <see cref="Neutralise"/> did, so that a file that goes out and comes in again is unchanged.</summary>
    public static string Restore(string text) => text is ['\'', .. var rest] && LooksLikeFormula(rest.TrimStart('\'')) ? rest : text;

    /// <summary>Programs skip leading blanks before they look for the sign; full-width signs are folded by some of them.</summary>
    private static bool LooksLikeFormula(string text) =>
        text is ['\t' or '\r' or '\n', ..] || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
