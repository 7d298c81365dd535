using System.Text.Json.Nodes;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>Any text without characters that deceive.</summary>
/// <param name="Length">Most characters.</param>
/// <param name="Lines">Line breaks may stand in it.</param>
public sealed record TextValue(int Length = Limits.NameLength, bool Lines = false) : CellValue
{
    public override Cell Write(JsonNode value, TableLanguage language) => Cell.Of(value.GetValue<string>());

    public override CellReading Read(GivenCell cell)
    {
        if (cell.Text.Length > Length) return CellReading.Wrong(TableCode.TextTooLong, Length, cell.Text.Length);
        var checkedText = Lines ? cell.Text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal) : cell.Text;
        return ShownText.IsPlain(checkedText) ? CellReading.Of(cell.Text) : CellReading.Wrong(TableCode.TextCharacters, cell.Text);
    }

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.text", Length);
}
