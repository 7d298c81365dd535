using System.Text.Json.Nodes;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>The key of an item.</summary>
public sealed record KeyValue : CellValue
{
    public override Cell Write(JsonNode value, TableLanguage language) => Cell.Of(value.GetValue<string>());

    public override CellReading Read(GivenCell cell) =>
        cell.Text.Length <= Limits.KeyLength && !cell.Text.Contains('/', StringComparison.Ordinal) && ShownText.IsPlain(cell.Text)
            ? CellReading.Of(cell.Text)
            : CellReading.Wrong(TableCode.Key, cell.Text, Limits.KeyLength);

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.key", Limits.KeyLength);
}
