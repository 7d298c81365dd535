using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>
/// A distribution in one cell: <c>5</c> exactly; <c>2 – 5 – 12</c> at least, mostly, at most; <c>5 (Streuung 0,4)</c> around five, lognormal;
/// <c>70 %: 0; 30 %: 2 – 5 – 12</c> the one or the other.
/// </summary>
public sealed partial record SpreadValue : CellValue
{
    private const double Greatest = 100_000;

    public override Cell Write(JsonNode value, TableLanguage language)
    {
        var spread = CanonicalJson.Read<Spread>(value.ToJsonString());
        return spread.Fixed is { } exactly ? Cell.Of(exactly) : Cell.Of(Shown(spread, language));
    }

    public override CellReading Read(GivenCell cell)
    {
        if (Parse(cell) is not { } spread) return CellReading.Wrong(TableCode.Spread, cell.Text);
        var json = CanonicalJson.Write(spread);
        try
        {
            CanonicalJson.Read<Spread>(json);
            return CellReading.Of(JsonNode.Parse(json));
        }
        catch (JsonException)
        {
            return CellReading.Wrong(TableCode.Spread, cell.Text);
        }
    }

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.spread", language.Number(0.4));

    private static string Shown(Spread spread, TableLanguage language) => spread switch
    {
        { Fixed: { } exactly } => language.Number(exactly),
        { Min: { } min, Likely: { } likely, Max: { } max } => $"{language.Number(min)} – {language.Number(likely)} – {language.Number(max)}",
        { Median: { } median, LogSd: { } deviation } => $"{language.Number(median)} ({TablesTexts.In(language, "spread")} {language.Number(deviation)})",
        _ => string.Join("; ", spread.Mix!.Select(m => $"{NumberValue.Share.Write(JsonValue.Create(m.Weight), language).Shown(language)} %: {Shown(m.Value, language)}")),
    };

    private static Spread? Parse(GivenCell cell)
    {
        if (cell.Number is { } exactly) return InRange(exactly) ? Spread.Of(exactly) : null;
        if (cell.Text.Contains('%', StringComparison.Ordinal)) return Mixture(cell);
        if (Around().Match(cell.Text) is { Success: true } around)
            return Number(around.Groups[1].Value) is { } median && Number(around.Groups[2].Value) is { } deviation ? Spread.LogNormal(median, deviation) : null;
        var parts = Divider().Split(cell.Text);
        return parts.Length switch
        {
            2 when Number(parts[0]) is { } low && Number(parts[1]) is { } high && low <= high => Spread.Between(low, (low + high) / 2, high),
            3 when Number(parts[0]) is { } min && Number(parts[1]) is { } likely && Number(parts[2]) is { } max && min <= likely && likely <= max => Spread.Between(min, likely, max),
            _ => null,
        };

        double? Number(string text) => cell.Language.ReadNumber(text) is { } number && InRange(number) ? number : null;
    }

    private static Spread? Mixture(GivenCell cell)
    {
        var parts = new List<WeightedSpread>();
        foreach (var part in cell.Text.Split(';', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split("%:", 2, StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || ends[1].Contains('%', StringComparison.Ordinal)) return null;
            if (NumberValue.Share.Read(cell with { Text = ends[0] }).Value?.GetValue<double>() is not { } weight || Parse(cell with { Text = ends[1] }) is not { } spread) return null;
            parts.Add(new WeightedSpread(weight, spread));
        }

        return Math.Abs(parts.Sum(p => p.Weight) - 1) < 1e-9 ? new Spread { Mix = parts } : null;
    }

    private static bool InRange(double number) => number is >= 0 and <= Greatest;

    [GeneratedRegex(@"^(.+?)\s*\((?:Streuung|spread)\s+(.+)\)$", RegexOptions.IgnoreCase)]
    private static partial Regex Around();

    [GeneratedRegex(@"\s*(?:–|—|-|/|\bbis\b|\bto\b)\s*")]
    private static partial Regex Divider();
}
