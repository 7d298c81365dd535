using System.Xml;

namespace ResilienceMonitor.Platform.Files;

/// <param name="Name">As on the tab.</param>
/// <param name="Part">Name of the part that holds its cells; null: a chart or something else without a table.</param>
/// <param name="IsHidden">Also when only a macro could show it again.</param>
internal sealed record XlsxSheet(string Name, string? Part, bool IsHidden);

/// <summary>The table of contents of a workbook.</summary>
internal sealed record XlsxWorkbook(IReadOnlyList<XlsxSheet> Sheets, string? StringsPart, string? StylesPart, bool CountsFrom1904)
{
    private const int MaxSheets = 256;
    private const int MaxRelations = 4_096;

    private static readonly string[] RelationNamespaces =
        ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"];

    public static XlsxWorkbook Read(Archive archive)
    {
        var part = Relations(archive, "").FirstOrDefault(r => r.IsA("officeDocument"))?.Target;
        if (part is null || !archive.Contains(part))
            throw FileRefusedException.Because(FileCode.NotATable);
        var relations = Relations(archive, part);
        if (relations.Any(r => r.IsA("externalLink")))
            throw FileRefusedException.Because(FileCode.ExternalLinks);
        var worksheets = relations.Where(r => r.IsA("worksheet")).ToLookup(r => r.Id, r => r.Target);
        var (sheets, from1904) = ReadSheets(archive, part, id => worksheets[id].FirstOrDefault(archive.Contains));
        return new XlsxWorkbook(sheets, Named("sharedStrings"), Named("styles"), from1904);

        string? Named(string kind) => relations.FirstOrDefault(r => r.IsA(kind) && archive.Contains(r.Target))?.Target;
    }

    private static (List<XlsxSheet> Sheets, bool From1904) ReadSheets(Archive archive, string part, Func<string, string?> partOf)
    {
        var sheets = new List<XlsxSheet>();
        var from1904 = false;
        using var reader = XlsxXml.Open(archive, part);
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader is { LocalName: "workbookPr", Depth: 1 })
                from1904 = reader.Attribute("date1904") is "1" or "true";
            if (reader is not { LocalName: "sheet", Depth: 2 })
                continue;
            if (sheets.Count == MaxSheets)
                throw new InvalidDataException("The workbook has more sheets than anybody reads.");
            var id = RelationNamespaces.Select(n => reader.GetAttribute("id", n)).FirstOrDefault(i => i is not null) ?? "";
            sheets.Add(new XlsxSheet(ShownText.Of(reader.Attribute("name")), partOf(id), reader.Attribute("state") is "hidden" or "veryHidden"));
        }

        return (sheets, from1904);
    }

    /// <summary>What a part refers to inside the workbook. Links to web pages and mailboxes are outside, are never followed and do not count.</summary>
    private static List<Relation> Relations(Archive archive, string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        var relations = new List<Relation>();
        if (!archive.Contains(name))
            return relations;
        using var reader = XlsxXml.Open(archive, name);
        while (reader.Next())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || reader.Attribute("TargetMode") == "External")
                continue;
            if (relations.Count == MaxRelations)
                throw new InvalidDataException("The workbook has more parts than any spreadsheet program writes.");
            relations.Add(new Relation(reader.Attribute("Id"), reader.Attribute("Type"), Resolve(folder, reader.Attribute("Target"))));
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        while (target.StartsWith("../", StringComparison.Ordinal) && folder.Length > 0)
        {
            folder = folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)];
            target = target[3..];
        }

        return folder + target;
    }

    private sealed record Relation(string Id, string Type, string Target)
    {
        public bool IsA(string kind) => Type.EndsWith("/" + kind, StringComparison.Ordinal);
    }
}
