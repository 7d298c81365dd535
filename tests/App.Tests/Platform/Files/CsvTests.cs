using System.Text;
using ResilienceMonitor.Platform.Files;
using Xunit;
using static ResilienceMonitor.App.Tests.Platform.Files.Reading;

namespace ResilienceMonitor.App.Tests.Platform.Files;

public sealed class CsvTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("key,name\n1,Olpe\n")]
    [InlineData("key;name\r\n1;Olpe\r\n")]
    [InlineData("key\tname\r1\tOlpe")]
    [InlineData("\uFEFFkey;name\n1;Olpe")]
    [InlineData("sep=;\r\nkey;name\r\n1;Olpe")]
    [InlineData("\"key\";\"name\"\n\"1\";\"Olpe\"")]
    public async Task Delimiter_line_end_and_mark_are_recognised(string text)
    {
        var table = await Table(text);
        Assert.Equal(["key", "name"], table.Columns);
        Assert.Equal(["1", "Olpe"], Assert.Single(table.Rows).Cells);
    }

    [Fact]
    public async Task Only_the_header_decides_on_the_delimiter()
    {
        var table = await Table("key;name\n1;\"a,b,c,d\"\n2;e,f,g,h\n");
        Assert.Equal(["1", "a,b,c,d"], table.Rows[0].Cells);
        Assert.Equal(["2", "e,f,g,h"], table.Rows[1].Cells);
    }

    [Fact]
    public async Task A_draw_between_two_delimiters_is_refused() => await Refusal("key,name;kind\n1,2;3", FileCode.Delimiter);

    [Fact]
    public async Task Rows_are_counted_as_on_screen_with_empty_rows_and_line_breaks_in_quotation_marks()
    {
        var table = await Table("key;name\n\n1;\"two\nlines, \"\"quoted\"\"\"\n;;\n2;x\n");
        Assert.Equal([3, 5], table.Rows.Select(r => r.Number));
        Assert.Equal("two\nlines, \"quoted\"", table.Rows[0].Cells[1]);
    }

    [Fact]
    public async Task Leading_zeros_blanks_and_telephone_numbers_are_kept()
    {
        var table = await Table("key;phone;name\n05958004;+49 2932; Arnsberg \n");
        Assert.Equal(["05958004", "+49 2932", " Arnsberg "], table.Rows[0].Cells);
    }

    [Fact]
    public async Task Umlauts_of_windows_are_read()
    {
        var table = await Table(Windows1252.GetBytes("Schlüssel;Name\r\n05970020;Märkischer Kreis „Spaß“ – Süd\r\n"));
        Assert.Equal(["Schlüssel", "Name"], table.Columns);
        Assert.Equal("Märkischer Kreis „Spaß“ – Süd", table.Rows[0].Cells[1]);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Unicode_text_of_spreadsheet_programs_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var table = await Table([.. encoding.Preamble, .. encoding.GetBytes("key\tname\n1\tLüdenscheid\n")]);
        Assert.Equal("Lüdenscheid", table.Rows[0].Cells[1]);
    }

    [Fact]
    public async Task Mixed_encodings_are_refused_with_the_row()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes("key;name\r\n1;Lüdenscheid\r\n"), .. Windows1252.GetBytes("2;Möhnesee\r\n")];
        var problem = await Refusal(file, FileCode.EncodingMixed);
        Assert.Equal(3, problem.Row);
        Assert.Contains("Zeile 3 ist anders geschrieben als Zeile 2", problem.Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_for_utf8_in_front_of_other_bytes_is_refused() =>
        await Refusal([0xEF, 0xBB, 0xBF, .. Windows1252.GetBytes("key;name\n1;Möhnesee\n")], FileCode.EncodingMixed);

    [Fact]
    public async Task Bytes_of_a_dos_program_are_refused() => await Refusal([.. "key;name\n1;M"u8, 0x81, .. "nster"u8], FileCode.EncodingUnknown);

    [Fact]
    public async Task Nul_is_refused_wherever_it_stands()
    {
        await Refusal("key;name\n1;a\0b\n", FileCode.Nul);
        await Refusal("key;name\n" + new string('x', 5000) + "\n1;a\0b\n", FileCode.Nul);
        await Refusal([.. Encoding.Unicode.GetBytes("key;name\n1;x\n")], FileCode.Nul);
    }

    [Theory]
    [InlineData("key;name\n1;a\n2;\"open\n3;b\n", 3)]
    [InlineData("key;name\n1;\"", 2)]
    public async Task An_open_quotation_mark_is_refused_with_its_row(string text, int row) =>
        Assert.Equal(row, (await Refusal(text, FileCode.QuoteOpen)).Row);

    [Fact]
    public async Task Text_after_a_closing_quotation_mark_is_refused() =>
        Assert.Equal(2, (await Refusal("key;name\n1;\"Burg\" Altena\n", FileCode.QuoteStray)).Row);

    [Fact]
    public async Task A_hundred_thousand_columns_are_refused() =>
        await Refusal(string.Join(',', Enumerable.Range(0, 100_000)), FileCode.TooManyColumns);

    [Fact]
    public async Task One_endless_line_is_refused()
    {
        await Refusal("key;name\n1;" + new string('x', 5_000_000), FileCode.CellTooLong);
        await Refusal("key;name\n1;\"" + new string('x', TableLimits.MaxCellCharacters + 1) + "\"\n", FileCode.QuoteOpen);
        var line = new EndlessStream(_ => (byte)'x', length: 1L << 30);
        var result = await TableFile.Read(line, TestContext.Current.CancellationToken);
        Assert.Equal(FileCode.TooLarge, Assert.Single(result.Problems).Code);
        Assert.InRange(line.Taken, 0, TableLimits.MaxFileBytes + (128 * 1024));
    }

    [Fact]
    public async Task The_last_allowed_row_is_read_and_one_more_is_refused()
    {
        var full = "key;name\n" + string.Concat(Enumerable.Range(0, TableLimits.MaxRows).Select(n => $"{n};x\n"));
        Assert.Equal(TableLimits.MaxRows, (await Table(full)).Rows.Count);
        Assert.Equal(TableLimits.MaxRows + 2, (await Refusal(full + "1;x\n", FileCode.TooManyRows)).Row);
    }

    [Fact]
    public async Task Millions_of_tiny_values_are_refused()
    {
        var row = string.Concat(Enumerable.Repeat("1;", 99)) + "1\n";
        var header = string.Join(';', Enumerable.Range(0, 100)) + "\n";
        await Table(header + string.Concat(Enumerable.Repeat(row, (TableLimits.MaxValues / 100) - 1)));
        await Refusal(header + string.Concat(Enumerable.Repeat(row, TableLimits.MaxValues / 100)), FileCode.TooManyValues);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(";;;\n ; ;\n")]
    [InlineData("\uFEFF")]
    public async Task An_empty_file_is_refused(string text) => await Refusal(text, FileCode.Empty);

    [Fact]
    public async Task A_row_wider_than_the_header_is_refused_unless_the_rest_is_empty()
    {
        Assert.Equal(3, (await Refusal("key,name\n1,Olpe,\n2,Erkrath, Stadt\n", FileCode.TooManyCells)).Row);
        Assert.Equal(["1", "Olpe"], (await Table("key,name\n1,Olpe,,,\n")).Rows[0].Cells);
        Assert.Equal(["1", ""], (await Table("key,name\n1\n")).Rows[0].Cells);
    }

    [Fact]
    public async Task A_column_that_occurs_twice_is_refused() =>
        Assert.Equal("Name", (await Refusal("key;name;Name\n1;a;b\n", FileCode.ColumnTwice)).Column);

    [Fact]
    public async Task More_problems_than_the_limit_are_counted()
    {
        var result = await Read("key;name\n" + string.Concat(Enumerable.Repeat("1;a;b\n", 1_234)));
        Assert.Equal(TableLimits.MaxProblems + 1, result.Problems.Count);
        Assert.Equal("… and 1,034 more messages. Please fix those listed first.", result.Problems[^1].Text.En);
    }
}
