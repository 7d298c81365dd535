using System.Text.Json.Nodes;
using NodaTime.Text;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>A day.</summary>
public sealed record DayValue : CellValue
{
    public override Cell Write(JsonNode value, TableLanguage language) => Cell.Of(LocalDatePattern.Iso.Parse(value.GetValue<string>()).Value);

    public override CellReading Read(GivenCell cell) =>
        TableLanguage.ReadDay(cell.Text) is { } day ? CellReading.Of(LocalDatePattern.Iso.Format(day)) : CellReading.Wrong(TableCode.NotDay, cell.Text);

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.day");
}
