namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Reads the first visible sheet of a workbook. Only values count: a workbook that calculates, runs code or draws on other files is
/// refused, because what it shows here need not be what the sender saw.
/// </summary>
internal static class XlsxReader
{
    public static Table Read(Archive archive, TableLimits limits)
    {
        RefuseOtherFiles(archive);
        RefuseActiveContent(archive);
        var workbook = XlsxWorkbook.Read(archive);
        var sheet = workbook.Sheets.FirstOrDefault(s => s is { IsHidden: false, Part: not null })
            ?? throw FileRefusedException.Because(FileCode.NoSheet);
        var strings = workbook.StringsPart is { } part ? XlsxStrings.Read(archive, part, limits) : [];
        var styles = XlsxStyles.Read(archive, workbook.StylesPart, workbook.CountsFrom1904);
        var builder = new TableBuilder(sheet.Name, limits);
        new XlsxSheetReader(sheet.Name, strings, styles, limits, builder).Read(archive, sheet.Part!);
        var table = builder.Build();
        var others = workbook.Sheets.Where(s => s != sheet).ToList();
        return others.Count == 0 ? table : table with { Notes = [Ignored(sheet, others)] };
    }

    /// <summary>Every sheet with cells, as it is. What else would be refused is refused here too, but formulas spoil only their cells.</summary>
    public static IReadOnlyList<RawSheet> ReadAll(Archive archive, TableLimits limits)
    {
        RefuseOtherFiles(archive);
        RefuseActiveContent(archive);
        var workbook = XlsxWorkbook.Read(archive);
        var strings = workbook.StringsPart is { } part ? XlsxStrings.Read(archive, part, limits) : [];
        var styles = XlsxStyles.Read(archive, workbook.StylesPart, workbook.CountsFrom1904);
        var sheets = new List<RawSheet>();
        foreach (var sheet in workbook.Sheets.Where(s => s.Part is not null))
        {
            var builder = new SheetBuilder(sheet.Name, limits);
            new XlsxSheetReader(sheet.Name, strings, styles, limits, builder).Read(archive, sheet.Part!);
            sheets.Add(builder.Build(hidden: sheet.IsHidden));
        }

        return sheets.Count > 0 ? sheets : throw FileRefusedException.Because(FileCode.NoSheet);
    }

    private static FileProblem Ignored(XlsxSheet read, IReadOnlyList<XlsxSheet> others) =>
        FileTexts.Problem(FileCode.SheetsIgnored, read.Name, string.Join(", ", others.Select(s => s.Name))) with { Sheet = read.Name };

    private static void RefuseOtherFiles(Archive archive)
    {
        if (archive.Contains("mimetype") && archive.Contains("content.xml"))
            throw FileRefusedException.Because(FileCode.OpenDocument);
        if (archive.Contains("xl/workbook.bin"))
            throw FileRefusedException.Because(FileCode.OldExcel);
        if (!archive.Contains("[Content_Types].xml"))
            throw FileRefusedException.Because(FileCode.NotATable);
    }

    private static void RefuseActiveContent(Archive archive)
    {
        bool Holds(params string[] starts) => archive.Names.Any(n => Array.Exists(starts, s => n.StartsWith(s, StringComparison.OrdinalIgnoreCase)));
        if (Holds("xl/vbaProject", "xl/macrosheets/", "xl/dialogsheets/", "xl/intlmacrosheets/") || DeclaresMacros(archive))
            throw FileRefusedException.Because(FileCode.Macros);
        if (Holds("xl/externalLinks/", "xl/connections", "xl/queryTables/"))
            throw FileRefusedException.Because(FileCode.ExternalLinks);
        if (Holds("xl/embeddings/", "xl/activeX/", "xl/ctrlProps/"))
            throw FileRefusedException.Because(FileCode.Embedded);
    }

    /// <summary>The parts can have any name; what they are stands here.</summary>
    private static bool DeclaresMacros(Archive archive)
    {
        using var reader = XlsxXml.Open(archive, "[Content_Types].xml");
        while (reader.Next())
        {
            var type = reader.Attribute("ContentType");
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
