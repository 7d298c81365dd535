using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ResilienceMonitor.Platform.Files;
using Xunit;
using static ResilienceMonitor.App.Tests.Platform.Files.Reading;

namespace ResilienceMonitor.App.Tests.Platform.Files;

public sealed class XlsxAttackTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>""")]
    [InlineData("""<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:1/x.dtd"><worksheet/>""")]
    public async Task Document_types_are_refused_in_every_part(string xml)
    {
        foreach (var part in new[] { SheetPart, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "_rels/.rels" })
            await Refusal(WorkbookFile.Of(["key"], ["1"]).Part(part, xml).Bytes(), FileCode.Damaged);
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", FileCode.Macros)]
    [InlineData("xl/macrosheets/sheet1.xml", FileCode.Macros)]
    [InlineData("xl/externalLinks/externalLink1.xml", FileCode.ExternalLinks)]
    [InlineData("xl/connections.xml", FileCode.ExternalLinks)]
    [InlineData("xl/embeddings/oleObject1.bin", FileCode.Embedded)]
    [InlineData("xl/activeX/activeX1.xml", FileCode.Embedded)]
    [InlineData("XL/VBAPROJECT.BIN", FileCode.Macros)]
    public async Task Active_content_is_refused(string part, string code) => await Refusal(WorkbookFile.Of(["key"], ["1"]).Part(part, "x").Bytes(), code);

    [Fact]
    public async Task A_macro_workbook_under_another_name_is_refused() => await Refusal(
        WorkbookFile.Of(["key"], ["1"]).Part("[Content_Types].xml", """<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>""").Bytes(),
        FileCode.Macros);

    [Fact]
    public async Task An_open_document_table_gets_advice() =>
        await Refusal(ZipFile.Of(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", [])), FileCode.OpenDocument);

    [Fact]
    public async Task Another_archive_is_no_table() => await Refusal(ZipFile.Of(("readme.txt", "x"u8.ToArray())), FileCode.NotATable);

    [Fact]
    public async Task One_huge_text_that_many_cells_share_is_refused()
    {
        var long_ = $"<si><t>{new string('x', 1024 * 1024)}</t></si>";
        await Refusal(Sharing(long_, cells: 12_000), FileCode.Damaged);
        var tooLong = $"<si><t>{new string('x', TableLimits.MaxCellCharacters + 1)}</t></si>";
        Assert.Equal("A1", (await Refusal(Sharing(tooLong, cells: 1), FileCode.CellTooLong)).Cell);
        var longest = $"<si><t>{new string('x', TableLimits.MaxCellCharacters)}</t></si>";
        await Table(Sharing(longest, cells: 100));
        await Refusal(Sharing(longest, cells: 12_000), FileCode.TextTooLong);
    }

    [Fact]
    public async Task Markup_that_would_fill_memory_is_refused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 300_000).Select(n => $" a{n}='>'"));
        await Refusal(WorkbookFile.Of(["key"]).Part(SheetPart, $"<worksheet{attributes}/>").Unpacked(), FileCode.Damaged);
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        await Refusal(WorkbookFile.Of(["key"]).Part(SheetPart, $"<worksheet>{deep}</worksheet>").Unpacked(), FileCode.Damaged);
        var names = string.Concat(Enumerable.Range(0, 100_000).Select(n => $"<n{n}/>"));
        await Refusal(WorkbookFile.Of(["key"]).Part(SheetPart, $"<worksheet>{names}</worksheet>").Unpacked(), FileCode.Damaged);
        var styles = string.Concat(Enumerable.Repeat("<xf numFmtId='1'/>", 100_000));
        await Refusal(WorkbookFile.Of(["key"], ["1"]).Part("xl/styles.xml", $"<styleSheet><cellXfs>{styles}</cellXfs></styleSheet>").Unpacked(), FileCode.Damaged);
    }

    [Fact]
    public async Task Xml_in_another_encoding_is_refused()
    {
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<worksheet/>")];
        await Refusal(ZipFile.Of(
            ("[Content_Types].xml", utf16), (SheetPart, utf16)), FileCode.Unreadable);
    }

    [Theory]
    [InlineData("xl/_rels/workbook.xml.rels", FileCode.NoSheet)]
    [InlineData("_rels/.rels", FileCode.NotATable)]
    public async Task Missing_relations_are_refused(string part, string code) =>
        await Refusal(WorkbookFile.Of(["key"], ["1"]).Part(part, "<Relationships/>").Bytes(), code);

    [Fact]
    public async Task A_workbook_of_the_library_is_read()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(
                new Row(Text("key"), Text("name")),
                new Row(new Cell { CellValue = new CellValue(5958004), DataType = CellValues.Number }, Text("Arnsberg"))));
            sheet.AddHyperlinkRelationship(new Uri("https://www.arnsberg.de"), isExternal: true);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Liste", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        var table = await Table(file.ToArray());
        Assert.Equal(["key", "name"], table.Columns);
        Assert.Equal(["5958004", "Arnsberg"], table.Rows[0].Cells);
    }

    private static Cell Text(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static byte[] Sharing(string text, int cells) => WorkbookFile
        .Of(string.Concat(Enumerable.Repeat("""<row><c t="s"><v>0</v></c></row>""", cells)))
        .Strings(text).Unpacked();
}
