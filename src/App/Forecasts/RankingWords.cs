using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Forecasts;

/// <summary>What a ranking says in words.</summary>
public static class RankingWords
{
    public static string Lead(Ranking ranking, ItemNames names) => ranking.Measures.FirstOrDefault(m => m is { Measurable: true, Gain: > 0 }) is { } best
        ? string.Format(null, ForecastsTexts.Get("ranking.lead"), names.Of(best.Key, best.Measure), Gain(best))
        : ForecastsTexts.Get("ranking.none");

    /// <summary>The gain with its range, or that there is none to be measured.</summary>
    public static string Gain(RankedMeasure measure) => measure.Measurable
        ? Say.DaysRange(measure.Gain - 2 * measure.StandardError, measure.Gain + 2 * measure.StandardError)
        : ForecastsTexts.Get("cli.no-effect");

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
