using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>Something that must look a certain way.</summary>
/// <param name="Pattern">Of all its characters.</param>
/// <param name="Example">One that is right.</param>
public sealed record PatternValue(System.Text.RegularExpressions.Regex Pattern, string Example) : CellValue
{
    public override Cell Write(JsonNode value, TableLanguage language) => Cell.Of(value.GetValue<string>());

    public override CellReading Read(GivenCell cell) =>
        Pattern.IsMatch(cell.Text) ? CellReading.Of(cell.Text) : CellReading.Wrong(TableCode.Pattern, cell.Text, Example);

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.pattern", Example);
}
