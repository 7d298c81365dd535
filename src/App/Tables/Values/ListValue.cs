using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>Several short texts in one cell, divided by semicolons.</summary>
/// <param name="One">What each of them is.</param>
public sealed record ListValue(CellValue One) : CellValue
{
    private const int MostEntries = 100;

    /// <summary>Commas divide too: no entry holds one.</summary>
    public bool Commas { get; init; }

    public override Cell Write(JsonNode value, TableLanguage language) =>
        Cell.Of(string.Join(Commas ? ", " : "; ", value.AsArray().Select(v => One.Write(v!, language).Shown(language))));

    public override CellReading Read(GivenCell cell)
    {
        // A single number in a cell is one entry, whatever sign divides its decimals.
        var entries = cell.IsNumber ? [cell.Text] : cell.Text.Split(Commas ? [',', ';', '\n'] : [';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries.Length > MostEntries) return CellReading.Wrong(TableCode.ListTooLong, MostEntries);
        var list = new JsonArray();
        foreach (var entry in entries)
        {
            var read = One.Read(cell with { Text = entry });
            if (read.Fault is not null) return read;
            list.Add(read.Value);
        }

        return CellReading.Of(list);
    }

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.list", One.Explain(language));
}
