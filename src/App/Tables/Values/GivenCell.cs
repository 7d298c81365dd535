using System.Text.Json.Nodes;

namespace ResilienceMonitor.Tables.Values;

/// <summary>A cell as somebody handed it in.</summary>
/// <param name="Text">Trimmed.</param>
/// <param name="IsNumber">The spreadsheet says it is a number; then a point in it divides the decimals.</param>
/// <param name="Language">That of the headings.</param>
public readonly record struct GivenCell(string Text, bool IsNumber, TableLanguage Language)
{
    public double? Number => IsNumber
        ? double.Parse(Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)
        : Language.ReadNumber(Text);
}

/// <summary>What a cell says, as it stands in JSON, or what is wrong with it.</summary>
/// <param name="Value">Null: it says that there is none.</param>
/// <param name="Fault">Code of the sentence; see <see cref="Import.TableCode"/>.</param>
/// <param name="Arguments">What stands in the sentence.</param>
public readonly record struct CellReading(JsonNode? Value, string? Fault = null, object[]? Arguments = null)
{
    public static CellReading Of(JsonNode? value) => new(value);

    public static CellReading Wrong(string code, params object[] arguments) => new(null, code, arguments);
}
