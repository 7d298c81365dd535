namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Reads delimited text (RFC 4180, any line end). Written by hand because it must stop at a limit before memory is spent and
/// must name the row in which a quotation mark was left open.
/// </summary>
internal static class CsvReader
{
    private const string Delimiters = ";,\t";

    public static Table Read(string text, TableLimits limits)
    {
        var (delimiter, start, firstRow) = DelimiterOf(text);
        var table = new TableBuilder(sheet: null, limits);
        var records = new CsvRecords(text, start, firstRow, delimiter, limits);
        while (records.Next() is { } cells)
            table.Add(records.Row, cells);
        return table.Build();
    }

    /// <summary>
    /// Spreadsheet programs announce the delimiter as <c>sep=;</c> in the first line. Otherwise the header decides, and only
    /// the header: cells further down are other people's text. A draw is refused.
    /// </summary>
    private static (char Delimiter, int Start, int FirstRow) DelimiterOf(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && Delimiters.Contains(text[4], StringComparison.Ordinal)
            && text[5] is '\r' or '\n')
        {
            return (text[4], text.AsSpan(5).StartsWith("\r\n") ? 7 : 6, 2);
        }

        var counts = CountInHeader(text);
        var most = counts.Max();
        if (most > 0 && counts.Count(c => c == most) > 1)
            throw FileRefusedException.Because(FileCode.Delimiter);
        return (Delimiters[Array.IndexOf(counts, most)], 0, 1);
    }

    /// <summary>How often each delimiter stands outside quotation marks in the first line that holds anything.</summary>
    private static int[] CountInHeader(string text)
    {
        var counts = new int[Delimiters.Length];
        var (quoted, blank) = (false, true);
        foreach (var c in text)
        {
            if (c == '"')
                (quoted, blank) = (!quoted, false);
            else if (quoted)
                continue;
            else if (Delimiters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var delimiter)
                counts[delimiter]++;
            else if (c is not ('\r' or '\n'))
                blank &= char.IsWhiteSpace(c);
            else if (!blank)
                break;
            else
                Array.Clear(counts);
        }

        return counts;
    }
}
