using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>Yes or no.</summary>
public sealed record TickValue : CellValue
{
    private static readonly HashSet<string> Yes = ["ja", "j", "yes", "y", "x", "true", "wahr", "1"];
    private static readonly HashSet<string> No = ["nein", "n", "no", "false", "falsch", "0", "-", "–"];

    public override Cell Write(JsonNode value, TableLanguage language) => Cell.Of(TablesTexts.In(language, value.GetValue<bool>() ? "yes" : "no"));

    public override CellReading Read(GivenCell cell)
    {
        var word = cell.Text.ToLowerInvariant();
        return Yes.Contains(word) ? CellReading.Of(true) : No.Contains(word) ? CellReading.Of(false) : CellReading.Wrong(TableCode.NotTick, cell.Text);
    }

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.tick");
}
