using System.IO.Compression;
using System.Text;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Files;

/// <summary>A workbook made by hand, part by part, so that a test can spoil any of them.</summary>
internal sealed class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, string> _parts = new()
    {
        ["[Content_Types].xml"] = $"""<Types xmlns="{Types}"><Default Extension="xml" ContentType="application/xml"/></Types>""",
        ["_rels/.rels"] = $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    };

    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private string _workbookProperties = "";

    /// <summary>A workbook with one sheet that holds these rows.</summary>
    public static WorkbookFile Of(string rows) => new WorkbookFile().Sheet("Tabelle1", $"<sheetData>{rows}</sheetData>");

    public static WorkbookFile Of(params string[][] rows) => Of(string.Concat(rows.Select((cells, row) =>
        $"""<row r="{row + 1}">{string.Concat(cells.Select(c => $"""<c t="inlineStr"><is><t xml:space="preserve">{System.Security.SecurityElement.Escape(c)}</t></is></c>"""))}</row>""")));

    public WorkbookFile Sheet(string name, string content, string state = "visible")
    {
        _sheets.Add((name, state, $"""<worksheet xmlns="{Main}">{content}</worksheet>"""));
        return this;
    }

    public WorkbookFile Strings(params string[] items) => Part("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(items)}</sst>""");

    public WorkbookFile Styles(string formats, params int[] formatOfStyle) => Part("xl/styles.xml",
        $"""<styleSheet xmlns="{Main}"><numFmts>{formats}</numFmts><cellXfs>{string.Concat(formatOfStyle.Select(f => $"""<xf numFmtId="{f}"/>"""))}</cellXfs></styleSheet>""");

    public WorkbookFile CountingFrom1904()
    {
        _workbookProperties = """<workbookPr date1904="1"/>""";
        return this;
    }

    public WorkbookFile Part(string name, string content)
    {
        _parts[name] = content;
        return this;
    }

    /// <summary>Without packing, so that a test meets what lies behind the limit on the ratio.</summary>
    public byte[] Unpacked() => Bytes(CompressionLevel.NoCompression);

    public byte[] Bytes(CompressionLevel level = CompressionLevel.SmallestSize)
    {
        var parts = new Dictionary<string, string>(_parts);
        parts.TryAdd("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}">{_workbookProperties}<sheets>{string.Concat(_sheets.Select((s, i) =>
                $"""<sheet name="{s.Name}" sheetId="{i + 1}" state="{s.State}" r:id="rId{i + 1}"/>"""))}</sheets></workbook>
            """);
        parts.TryAdd("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}">{string.Concat(_sheets.Select((_, i) => Relation($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")))}{Relation("s", "sharedStrings", "sharedStrings.xml")}{Relation("t", "styles", "/xl/styles.xml")}</Relationships>
            """);
        foreach (var (index, sheet) in _sheets.Index())
            parts.TryAdd($"xl/worksheets/sheet{index + 1}.xml", sheet.Xml);
        return ZipFile.Of(level, [.. parts.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value)))]);
    }

    private static string Relation(string id, string type, string target) => $"""<Relationship Id="{id}" Type="{Office}/{type}" Target="{target}"/>""";
}

/// <summary>ZIP archives, honest at first.</summary>
internal static class ZipFile
{
    public static byte[] Of(params (string Name, byte[] Content)[] entries) => Of(CompressionLevel.SmallestSize, entries);

    public static byte[] Of(CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>Changes bytes in the directory record of one entry; <paramref name="offset"/> counts from the start of the record.</summary>
    public static byte[] PatchDirectory(this byte[] file, string entry, int offset, params byte[] bytes)
    {
        var name = Encoding.UTF8.GetBytes(entry);
        // The last occurrence of the name is the one in the directory, 46 bytes behind the start of its record.
        var at = file.AsSpan().LastIndexOf(name) - 46;
        Assert.True(file.AsSpan(at).StartsWith("PK\x01\x02"u8), "The directory record was not found.");
        bytes.CopyTo(file, at + offset);
        return file;
    }
}
