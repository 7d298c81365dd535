using System.Text.Json.Nodes;

namespace ResilienceMonitor.Tables.Values;

/// <summary>A kind of value: how people read it in a cell, and what they may write there.</summary>
public abstract record CellValue
{
    /// <param name="value">As in JSON; never null.</param>
    /// <param name="language">Language of the table.</param>
    public abstract Cell Write(JsonNode value, TableLanguage language);

    /// <param name="cell">Not empty.</param>
    public abstract CellReading Read(GivenCell cell);

    /// <summary>What may stand in the cell, for the explanations.</summary>
    public abstract string Explain(TableLanguage language);
}
