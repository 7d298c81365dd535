using System.Globalization;
using ResilienceMonitor.Platform.Files;
using Xunit;
using static ResilienceMonitor.App.Tests.Platform.Files.Reading;

namespace ResilienceMonitor.App.Tests.Platform.Files;

public sealed class XlsxTests
{
    private const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t>key</t></is></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>""";

    [Theory]
    [InlineData("""<c r="B2"><v>5958004</v></c>""", "5958004")]
    [InlineData("""<c r="B2"><v>5.958004E6</v></c>""", "5958004")]
    [InlineData("""<c r="B2" t="n"><v>-12.5</v></c>""", "-12.5")]
    [InlineData("""<c r="B2"><v>0.30000000000000004</v></c>""", "0.3")]
    [InlineData("""<c r="B2"><v>1E-7</v></c>""", "0.0000001")]
    [InlineData("""<c r="B2"><v>1E+40</v></c>""", "1E+40")]
    [InlineData("""<c r="B2" s="1"><v>5958004</v></c>""", "05958004")]
    [InlineData("""<c r="B2" s="1"><v>10041000</v></c>""", "10041000")]
    [InlineData("""<c r="B2" s="2"><v>45229</v></c>""", "2023-10-30")]
    [InlineData("""<c r="B2" s="3"><v>45229.0625</v></c>""", "2023-10-30 01:30:00")]
    [InlineData("""<c r="B2" s="3"><v>0.5</v></c>""", "12:00:00")]
    [InlineData("""<c r="B2" s="2"><v>59</v></c>""", "1900-02-28")]
    [InlineData("""<c r="B2" s="2"><v>60</v></c>""", "1900-02-29")]
    [InlineData("""<c r="B2" s="2"><v>61</v></c>""", "1900-03-01")]
    [InlineData("""<c r="B2" s="4"><v>74000</v></c>""", "74000")]
    [InlineData("""<c r="B2" s="99"><v>7</v></c>""", "7")]
    [InlineData("""<c r="B2" t="b"><v>1</v></c>""", "true")]
    [InlineData("""<c r="B2" t="s"><v>1</v></c>""", "Märkischer Kreis")]
    [InlineData("""<c r="B2" t="s"><v>2</v></c>""", "東京")]
    [InlineData("""<c r="B2" t="str"><v>a_x000A_b</v></c>""", "a\nb")]
    [InlineData("""<c t="inlineStr"><is><t>x</t></is></c><c t="inlineStr"><is><t xml:space="preserve"> 05958004 </t></is></c>""", " 05958004 ")]
    public async Task Values_are_read_as_they_are_shown(string cell, string expected)
    {
        var table = await Table(Styled(WorkbookFile.Of(Header + $"""<row r="2">{cell}</row>""")));
        Assert.Equal(expected, table.Rows[0].Cells[1]);
    }

    [Fact]
    public async Task A_workbook_that_counts_from_1904_gives_the_same_dates()
    {
        var table = await Table(Styled(WorkbookFile.Of(Header + """<row r="2"><c r="B2" s="2"><v>43767</v></c></row>""").CountingFrom1904()));
        Assert.Equal("2023-10-30", table.Rows[0].Cells[1]);
    }

    [Fact]
    public async Task Rows_keep_their_number_and_cells_their_address()
    {
        var table = await Table(WorkbookFile.Of("""<row r="3"><c r="C3" t="inlineStr"><is><t>key</t></is></c></row><row r="70000"><c r="C70000"><v>7</v></c></row>""").Bytes());
        Assert.Equal(3, table.HeaderRow);
        Assert.Equal(["", "", "key"], table.Columns);
        Assert.Equal("C70000", table.Address(table.Rows[0], 2));
        Assert.Equal("Tabelle1", table.Sheet);
    }

    [Fact]
    public async Task Formulas_are_refused_each_with_its_address_and_its_result_is_not_read()
    {
        var result = await Read(WorkbookFile.Of(Header + """
            <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>HYPERLINK("http://x")</f><v>Olpe</v></c></row>
            <row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>
            """).Bytes());
        Assert.Equal(["A2", "B2", "B3"], result.Problems.Select(p => p.Cell));
        Assert.All(result.Problems, p => Assert.Equal(FileCode.Formula, p.Code));
        Assert.Equal("Tabelle1", result.Problems[0].Sheet);
        Assert.Contains("Zelle A2 enthält eine Formel", result.Problems[0].Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_values_are_refused_with_their_address()
    {
        var problem = await Refusal(WorkbookFile.Of(Header + """<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>""").Bytes(), FileCode.ErrorValue);
        Assert.Equal("B2", problem.Cell);
        Assert.Contains("#N/A", problem.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_visible_sheet_is_read_and_the_others_are_named()
    {
        const string rows = "<sheetData>" + Header + """<row r="2"><c r="A2"><v>1</v></c></row></sheetData>""";
        var table = await Table(new WorkbookFile().Sheet("Geheim", rows, "veryHidden").Sheet("Liste", rows).Sheet("Notizen", rows).Bytes());
        Assert.Equal("Liste", table.Sheet);
        var note = Assert.Single(table.Notes);
        Assert.Equal(FileCode.SheetsIgnored, note.Code);
        Assert.Contains("Geheim, Notizen", note.Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_without_a_visible_sheet_is_refused() =>
        await Refusal(new WorkbookFile().Sheet("Geheim", "<sheetData/>", "hidden").Bytes(), FileCode.NoSheet);

    [Fact]
    public async Task Merged_cells_in_the_table_are_refused_and_above_it_ignored()
    {
        const string rows = """<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>key</t></is></c></row><row r="3"><c r="A3"><v>1</v></c></row></sheetData>""";
        await Table(new WorkbookFile().Sheet("T", rows + """<mergeCells><mergeCell ref="A1:B1"/></mergeCells>""").Bytes());
        var problem = await Refusal(new WorkbookFile().Sheet("T", rows + """<mergeCells><mergeCell ref="A3:A9"/></mergeCells>""").Bytes(), FileCode.Merged);
        Assert.Equal("A3", problem.Cell);
    }

    [Fact]
    public async Task A_million_merged_areas_give_a_short_list()
    {
        var merges = string.Concat(Enumerable.Range(2, 1_000_000).Select(n => $"""<mergeCell ref="A{n}:B{n}"/>"""));
        var result = await Read(new WorkbookFile().Sheet("T", $"<sheetData>{Header}</sheetData><mergeCells>{merges}</mergeCells>").Bytes());
        Assert.Equal(TableLimits.MaxProblems + 1, result.Problems.Count);
    }

    [Fact]
    public async Task What_a_sheet_says_about_its_size_is_not_believed()
    {
        var table = await Table(new WorkbookFile().Sheet("T", $"""<dimension ref="A1:XFD1048576"/><sheetData>{Header}<row r="2"><c r="A2"><v>1</v></c></row></sheetData>""").Bytes());
        Assert.Single(table.Rows);
    }

    [Fact]
    public async Task A_formatted_empty_cell_far_out_is_ignored_and_a_value_there_refused()
    {
        await Table(WorkbookFile.Of(Header + """<row r="1048576"><c r="XFD1048576" s="0"/></row>""").Bytes());
        var problem = await Refusal(WorkbookFile.Of(Header + """<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>""").Bytes(), FileCode.TooManyColumns);
        Assert.Equal("XFD1048576", problem.Cell);
    }

    [Theory]
    [InlineData("""<row r="1048577"/>""")]
    [InlineData("""<row r="-3"/>""")]
    [InlineData("""<row r="99999999999"/>""")]
    [InlineData("""<row r="2"/><row r="2"/>""")]
    [InlineData("""<row r="2"><c r="XFE2"/></row>""")]
    [InlineData("""<row r="2"><c r="B2"/><c r="A2"/></row>""")]
    [InlineData("""<row r="2"><c r="B3"/></row>""")]
    public async Task Cells_no_program_writes_are_refused(string rows) => await Refusal(WorkbookFile.Of(Header + rows).Bytes(), FileCode.Damaged);

    [Theory]
    [InlineData("""<c r="B2" t="s"><v>7</v></c>""")]
    [InlineData("""<c r="B2" t="s"><v>-1</v></c>""")]
    [InlineData("""<c r="B2" t="s"><v>99999999999</v></c>""")]
    [InlineData("""<c r="B2"><v>seven</v></c>""")]
    [InlineData("""<c r="B2"><v>1E999</v></c>""")]
    [InlineData("""<c r="B2" t="odd"><v>1</v></c>""")]
    public async Task A_broken_cell_is_named(string cell) =>
        Assert.Equal("B2", (await Refusal(Styled(WorkbookFile.Of(Header + $"""<row r="2">{cell}</row>""")), FileCode.CellBroken)).Cell);

    [Fact]
    public async Task One_row_too_many_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(2, TableLimits.MaxRows).Select(n => $"""<row r="{n}"><c r="A{n}"><v>1</v></c></row>"""));
        Assert.Equal(TableLimits.MaxRows, (await Table(WorkbookFile.Of(Header + rows).Bytes())).Rows.Count);
        var next = (TableLimits.MaxRows + 2).ToString(CultureInfo.InvariantCulture);
        await Refusal(WorkbookFile.Of(Header + rows + $"""<row r="{next}"><c><v>1</v></c></row>""").Bytes(), FileCode.TooManyRows);
    }

    [Theory]
    [InlineData("ciso-assistant-assets-template.xlsx")]
    [InlineData("ciso-assistant-bia-template.xlsx")]
    public async Task Workbooks_of_other_programs_are_read(string name)
    {
        var result = await TableFile.Read(SharedData.Path("interchange", name), TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        Assert.Contains("name", result.Table!.Columns);
        Assert.NotEmpty(result.Table.Rows);
    }

    private static byte[] Styled(WorkbookFile workbook) => workbook
        .Strings("<si><t>first</t></si>", "<si><r><t>Märkischer</t></r><r><t xml:space=\"preserve\"> Kreis</t></r></si>", "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>")
        .Styles("""<numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="[$-407]dd&quot;. Tag&quot;\ mm/yyyy\ hh:mm;@"/><numFmt numFmtId="166" formatCode="#,##0&quot; days&quot;"/>""", 0, 164, 14, 165, 166)
        .Bytes();
}
