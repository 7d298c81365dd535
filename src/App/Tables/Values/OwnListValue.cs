using System.Text.Json.Nodes;

namespace ResilienceMonitor.Tables.Values;

/// <summary>Whether there is a list of its own; the list itself is a table.</summary>
public sealed record OwnListValue : CellValue
{
    private static readonly TickValue Tick = new();

    public override Cell Write(JsonNode value, TableLanguage language) => Tick.Write(JsonValue.Create(true), language);

    public override CellReading Read(GivenCell cell) => Tick.Read(cell) is { Fault: null } read ? CellReading.Of(read.Value!.GetValue<bool>() ? new JsonArray() : null) : Tick.Read(cell);

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.own-list");
}
