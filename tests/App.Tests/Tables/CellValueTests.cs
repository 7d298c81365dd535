using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Values;
using Xunit;

namespace ResilienceMonitor.App.Tests.Tables;

public sealed class CellValueTests
{
    [Theory]
    [InlineData("1.000", 1000.0, 1.0)]
    [InlineData("1.234,5", 1234.5, null)]
    [InlineData("1,234.5", null, 1234.5)]
    [InlineData("0,5", 0.5, 0.5)]
    [InlineData("0.5", 0.5, 0.5)]
    [InlineData("1 000", 1000.0, 1000.0)]
    [InlineData("−5", -5.0, -5.0)]
    [InlineData("3.11.2025", null, null)]
    [InlineData("viele", null, null)]
    public void Numbers_are_read_as_the_language_of_the_table_writes_them(string text, double? german, double? english)
    {
        Assert.Equal(german, TableLanguage.German.ReadNumber(text));
        Assert.Equal(english, TableLanguage.English.ReadNumber(text));
    }

    [Theory]
    [InlineData("15.11.2026", "2026-11-15")]
    [InlineData("15. November 2026", "2026-11-15")]
    [InlineData("5.1.26", "2026-01-05")]
    [InlineData("2026-11-15 00:00:00", "2026-11-15")]
    [InlineData("November 15, 2026", "2026-11-15")]
    [InlineData("03/04/2026", null)]
    [InlineData("31.2.2026", null)]
    public void Days_as_text_are_read_when_they_are_clear(string text, string? day) =>
        Assert.Equal(day, TableLanguage.ReadDay(text) is { } read ? NodaTime.Text.LocalDatePattern.Iso.Format(read) : null);

    [Theory]
    [InlineData("5", """{"fixed":5}""")]
    [InlineData("2 – 5 – 12", """{"likely":5,"max":12,"min":2}""")]
    [InlineData("0,5 bis 2", """{"likely":1.25,"max":2,"min":0.5}""")]
    [InlineData("5 (Streuung 0,4)", """{"logSd":0.4,"median":5}""")]
    [InlineData("70 %: 0; 30 %: 2 – 5 – 12", """{"mix":[{"value":{"fixed":0},"weight":0.7},{"value":{"likely":5,"max":12,"min":2},"weight":0.3}]}""")]
    [InlineData("70 %: 0", null)]
    [InlineData("12 – 5 – 2", null)]
    [InlineData("-3", null)]
    [InlineData("lange", null)]
    public void Ranges_are_read_and_written_alike(string text, string? json)
    {
        var value = new SpreadValue();
        var read = value.Read(new GivenCell(text, false, TableLanguage.German));
        Assert.Equal(json, read.Value?.ToJsonString());
        if (read.Value is { } spread && !text.Contains("bis", StringComparison.Ordinal)) Assert.Equal(text, value.Write(spread, TableLanguage.German).Shown(TableLanguage.German));
    }

    [Theory]
    [InlineData(0.07, "7")]
    [InlineData(0.123456789, "12,3456789")]
    [InlineData(1, "100")]
    public void Shares_are_percent_without_losing_a_digit(double share, string shown)
    {
        var value = NumberValue.Share;
        Assert.Equal(shown, value.Write(JsonValue.Create(share), TableLanguage.German).Shown(TableLanguage.German));
        Assert.Equal(share, value.Read(new GivenCell(shown, false, TableLanguage.German)).Value!.GetValue<double>());
    }
}
