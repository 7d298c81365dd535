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

    /// <summary>The file as it is. Above its headings there may be titles, so the lines after them have a say in what divides cells.</summary>
    public static RawSheet ReadAll(string text, string? name, TableLimits limits)
    {
        const int lines = 20;
        var (delimiter, start, firstRow) = Announced(text) ?? (Delimiters[Most(CountInLines(text, lines))], 0, 1);
        var sheet = new SheetBuilder(name, limits);
        var records = new CsvRecords(text, start, firstRow, delimiter, limits);
        while (records.Next() is { } cells)
            sheet.Add(records.Row, cells);
        return sheet.Build(text: true);
    }

    /// <summary>
    /// Spreadsheet programs announce the delimiter as <c>sep=;</c> in the first line. Otherwise the header decides, and only
    /// the header: cells further down are other people's text. A draw is refused.
    /// </summary>
    private static (char Delimiter, int Start, int FirstRow) DelimiterOf(string text)
    {
        if (Announced(text) is { } announced)
            return announced;
        var counts = CountInLines(text, 1);
        var most = counts.Max();
        if (most > 0 && counts.Count(c => c == most) > 1)
            throw FileRefusedException.Because(FileCode.Delimiter);
        return (Delimiters[Most(counts)], 0, 1);
    }

    private static (char Delimiter, int Start, int FirstRow)? Announced(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && Delimiters.Contains(text[4], StringComparison.Ordinal) && text[5] is '\r' or '\n'
            ? (text[4], text.AsSpan(5).StartsWith("\r\n") ? 7 : 6, 2)
            : null;

    private static int Most(int[] counts) => Array.IndexOf(counts, counts.Max());

    /// <summary>How often each delimiter stands outside quotation marks in the first lines that hold anything.</summary>
    private static int[] CountInLines(string text, int lines)
    {
        var counts = new int[Delimiters.Length];
        var (quoted, blank, first) = (false, true, true);
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
            else if (!blank && --lines == 0)
                break;
            else if (blank && first)
                Array.Clear(counts);
            else
                (blank, first) = (true, false);
        }

        return counts;
    }
}
