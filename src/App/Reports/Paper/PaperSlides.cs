using System.Globalization;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Reports.Slides;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>Five slides for the council, behind closed doors: what fails, which services, what helps, what it costs, the decision.</summary>
public sealed class PaperSlides(PaperTexts texts, ItemNames names)
{
    /// <summary>Services on a slide, so that they can be read from the last row.</summary>
    private const int ServicesShown = 8;

    /// <summary>Measures on a slide.</summary>
    private const int MeasuresShown = 6;

    private readonly PaperStrip strip = new(texts, names);
    private readonly Annex annex = new(texts, names);

    public SlideDeck Of(PaperFacts facts) => new(texts["slides-title"], texts["mark"], CultureInfo.CurrentCulture, [Outage(facts), Services(facts), Measures(facts), Costs(facts), Decision(facts)]);

    private ReportSlide Outage(PaperFacts facts) => new(
        Annex.Lead(facts),
        [
            texts["slide-fail-lost", Say.Days(facts.Result.Total.DaysLost.Mean)],
            texts["slide-fail-lines", PlainText.Name(facts.AsIs.Outage.Inputs.Scenario.Title?.ToString() ?? "")],
            texts["slide-fail-few"],
        ],
        null,
        texts["slide-fail-notes", Say.Number(facts.AsIs.Result.Runs)]);

    private ReportSlide Services(PaperFacts facts)
    {
        var all = strip.Of(facts);
        var (name, words) = all.Rows is [var first, ..] ? (first.Name, first.Words) : ("", "");
        return new(texts["slide-strip"], [], all with { Rows = [.. all.Rows.Take(ServicesShown)] }, texts["slide-strip-notes", name, words]);
    }

    private ReportSlide Measures(PaperFacts facts) => new(
        facts.Together is { Measurable: true, Mean: > 0 } gain ? texts["slide-measures", RankingWords.Range(gain)] : texts["slide-measures-none"],
        [],
        new ReportTable(
            texts["ranking-table"],
            [new(texts["finance-measure"], 3), new(texts["ranking-gain"], 1.5), new(texts["compare-cost"], 1.6), new(texts["ranking-effort"], 2.4)],
            [.. facts.Measures.Take(MeasuresShown).Select(m => new ReportRow([annex.NameOf(m), RankingWords.Gain(m), Say.Euro(m.Cost.FirstYear), Annex.EffortOf(m)]))]),
        $"{texts["slide-measures-notes"]}\n{Annex.With(facts, texts)}".TrimEnd());

    private ReportSlide Costs(PaperFacts facts)
    {
        var costs = facts.Costs;
        return new(
            costs.Lines.Count == 0 ? texts["decision-no-money"] : texts["slide-cost", Say.EuroExactly(costs.Of(0)), Say.EuroExactly(costs.Of(1))],
            [],
            new ReportTable(
                texts["finance-table"],
                [new("", 2), .. Enumerable.Range(costs.FirstYear, CostPlan.Years).Select(y => new ReportColumn(y.ToString(CultureInfo.InvariantCulture), 1, Number: true))],
                [Sum(costs, "finance-all-investment", true), Sum(costs, "finance-all-current", false), Sum(costs, "finance-all", null)]),
            texts["slide-cost-notes", texts["staff-days", Say.Number(facts.Measures.Sum(m => m.Measure.PersonDays))]]);
    }

    private ReportSlide Decision(PaperFacts facts) => new(
        texts["slide-decision"],
        [texts["slide-decision-measures", facts.Measures.Count], PublicPart.MoneyOf(facts.Costs, texts), texts["decision-report"], texts["slide-decision-nothing", ForecastWords.Stopped(facts.AsIs)]],
        null,
        texts["slide-decision-notes"]);

    private ReportRow Sum(CostPlan costs, string key, bool? investment) => new(
        [texts[key], .. Enumerable.Range(0, CostPlan.Years).Select(y => costs.Of(y, investment).ToString("N0", CultureInfo.CurrentCulture))], Sum: investment is null);
}
