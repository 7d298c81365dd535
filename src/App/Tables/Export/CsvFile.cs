using System.Text;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Export;

/// <summary>
/// An archive with a CSV file for each sheet: semicolons, UTF-8 with its mark, as German spreadsheet programs expect them. Texts that a program would
/// take for a formula get an apostrophe in front, which reading takes away again.
/// </summary>
public sealed class CsvFile : ISheetFile
{
    public string MediaType => "application/zip";

    public string Ending => "zip";

    public byte[] Write(IReadOnlyList<FileSheet> sheets, TableLanguage language) => EvenArchive.Of(sheets.Select(s => ($"{s.Name}.csv", Bytes(s, language))));

    private static byte[] Bytes(FileSheet sheet, TableLanguage language)
    {
        var text = new StringBuilder();
        Line(text, sheet.Heads);
        foreach (var row in sheet.Rows) Line(text, row.Select(c => c.Text is { } said ? SpreadsheetText.Neutralise(said) : c.Shown(language)));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(';', cells.Select(c => c.AsSpan().ContainsAny(";\"\r\n\t") ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)).Append("\r\n");
}
