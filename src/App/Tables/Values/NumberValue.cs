using System.Globalization;
using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>A number; shares can be written in percent.</summary>
/// <param name="Min">Least value that is stored.</param>
/// <param name="Max">Greatest value that is stored.</param>
public sealed record NumberValue(double Min, double Max) : CellValue
{
    /// <summary>Whole numbers only.</summary>
    public bool Whole { get; init; }

    /// <summary>Stored as a share, written in percent.</summary>
    public bool Percent { get; init; }

    public static NumberValue Share => new(0, 1) { Percent = true };

    public override Cell Write(JsonNode value, TableLanguage language) => Cell.Of(Shown(value.GetValue<double>()));

    public override CellReading Read(GivenCell cell)
    {
        var text = Percent && cell.Text.EndsWith('%') ? cell with { Text = cell.Text[..^1].Trim() } : cell;
        if (text.Number is not { } shown) return CellReading.Wrong(Whole ? TableCode.NotWhole : TableCode.NotNumber, cell.Text);
        var number = Percent ? Exact(shown, 0.01m) : shown;
        if (Whole && number != Math.Floor(number)) return CellReading.Wrong(TableCode.NotWhole, cell.Text);
        if (number < Min || number > Max) return CellReading.Wrong(TableCode.OutOfRange, cell.Text, cell.Language.Number(Shown(Min)), cell.Language.Number(Shown(Max)));
        return CellReading.Of(JsonValue.Create(number));
    }

    public override string Explain(TableLanguage language) =>
        TablesTexts.In(language, Whole ? "explain.whole" : Percent ? "explain.percent" : "explain.number", language.Number(Shown(Min)), language.Number(Shown(Max)));

    private double Shown(double stored) => Percent ? Exact(stored, 100m) : stored;

    // As decimals: 0.07 times a hundred is 7 and not 7.000000000000001.
    private static double Exact(double value, decimal factor) =>
        decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && Math.Abs(value) < 1e20
            ? (double)(exact * factor)
            : value * (double)factor;
}
