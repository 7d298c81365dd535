using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Forecasts;

/// <summary>What a ranking says in words.</summary>
public static class RankingWords
{
    public static string Lead(Ranking ranking, ItemNames names) => ranking.Measures.FirstOrDefault(m => m.Helps) is { } best
        ? string.Format(null, ForecastsTexts.Get("ranking.lead"), names.Of(best.Key, best.Measure), Gain(best))
        : ForecastsTexts.Get("ranking.none");

    /// <summary>The gain with its range, or that there is none to be measured.</summary>
    public static string Gain(RankedMeasure measure) => measure.Measurable
        ? Range(new GainOfRuns(measure.Gain, measure.StandardError))
        : ForecastsTexts.Get("cli.no-effect");

    /// <summary>A gain as far as it is known: two standard errors to both sides.</summary>
    public static string Range(GainOfRuns gain) => Say.DaysRange(gain.Mean - 2 * gain.StandardError, gain.Mean + 2 * gain.StandardError);

    /// <summary>What it still gains when all other helpful measures are in place; null: that is not known.</summary>
    public static string? OnTop(RankedMeasure measure) => measure.OnTop switch
    {
        null => null,
        { Measurable: true, Mean: > 0 } gain => string.Format(null, ForecastsTexts.Get("ranking.on-top"), Range(gain)),
        _ => ForecastsTexts.Get("ranking.on-top-none"),
    };

    /// <summary>Two measures that gain something else together than their sum, in a sentence.</summary>
    public static string Of(Interaction interaction, Func<string, string> name) => string.Format(
        null,
        ForecastsTexts.Get(interaction.Overlap ? "ranking.less-together" : "ranking.more-together"),
        name(interaction.First),
        name(interaction.Second),
        Say.Days(interaction.Together),
        Say.Days(interaction.Sum));

    public static string Cost(Measures.MeasureCost cost) => (cost.OneOff > 0, cost.Yearly > 0) switch
    {
        (true, true) => string.Format(null, ForecastsTexts.Get("ranking.cost"), Say.Euro(cost.OneOff), Say.Euro(cost.Yearly)),
        (true, false) => string.Format(null, ForecastsTexts.Get("ranking.cost-once"), Say.Euro(cost.OneOff)),
        (false, true) => string.Format(null, ForecastsTexts.Get("ranking.cost-yearly"), Say.Euro(cost.Yearly)),
        (false, false) => ForecastsTexts.Get("ranking.cost-none"),
    };

    public static string Budget(Measures.MeasureContent measure) => string.Join(", ", new[]
    {
        ForecastsTexts.Get(measure.Budget == Measures.BudgetKind.Investiv ? "ranking.investiv" : "ranking.konsumtiv"),
        measure.BudgetProduct is { } product ? string.Format(null, ForecastsTexts.Get("ranking.product"), product) : null,
        measure.Fundable ? ForecastsTexts.Get("ranking.fundable") : null,
    }.OfType<string>());
}
