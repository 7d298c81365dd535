using System.Globalization;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>The annex of a council paper that is not public: what would happen, what the measures bring, what was assumed.</summary>
public sealed class Annex(PaperTexts texts, ItemNames names)
{
    /// <summary>Measures in the table: the proposed ones and the next best.</summary>
    private const int MeasuresShown = 8;

    private const int UrgentSaid = 3;
    private const int HashShown = 12;

    private readonly PaperStrip strip = new(texts, names);

    public ReportDocument Of(PaperFacts facts) => new($"{texts["annex-title"]}: {texts["subject"]}", texts["mark"], CultureInfo.CurrentCulture,
    [
        PaperHead.Of(facts, texts),
        new ReportParagraph(texts["annex-why"], ParagraphLook.Small),
        new ReportHeading(1, texts["facts"]),
        new ReportParagraph(Lead(facts), ParagraphLook.Lead),
        new ReportParagraph(texts["annex-lost", Say.Days(facts.Result.Total.DaysLost.Mean)]),
        new ReportList([.. facts.Urgent.Take(UrgentSaid).Select(s => $"{strip.NameOf(facts, s)}: {ForecastWords.Course(s)}.")]),
        new ReportParagraph(Gain(facts)),
        strip.Of(facts),
        new ReportParagraph(texts["strip-note"], ParagraphLook.Small),
        new ReportHeading(1, texts["ranking"]),
        Ranking(facts),
        new ReportParagraph(texts["ranking-note"], ParagraphLook.Small),
        new ReportHeading(1, texts["compare"]),
        Alternatives(facts),
        new ReportHeading(1, texts["assumptions"]),
        new ReportList(Assumptions(facts)),
    ]);

    /// <summary>What happens, in the words of the start page.</summary>
    public static string Lead(PaperFacts facts)
    {
        var scenario = facts.AsIs.Outage.Inputs.Scenario;
        return $"{PlainText.Name((scenario.When ?? scenario.Title)?.ToString() ?? "")}: {ForecastWords.Stopped(facts.AsIs)}";
    }

    public string NameOf(RankedMeasure measure) => PlainText.Name(names.Of(measure.Key, measure.Measure));

    public static string EffortOf(RankedMeasure measure) => string.Format(null, ForecastsTexts.Get("ranking.effort-words"), measure.Measure.PersonDays, measure.Measure.LeadTimeMonths);

    private string Gain(PaperFacts facts) => facts.Together is { Measurable: true, Mean: > 0 } gain
        ? $"{texts["annex-gain", RankingWords.Range(gain)]} {With(facts, texts)}".TrimEnd()
        : texts["annex-no-gain"];

    /// <summary>How many services stand still with the proposed measures; empty: as many as without.</summary>
    public static string With(PaperFacts facts, PaperTexts texts) =>
        ForecastWords.CountStopped(facts.Proposed.Result.Bodies[0].Services) == ForecastWords.CountStopped(facts.Result.Services) ? "" : texts["annex-with", ForecastWords.Stopped(facts.Proposed)];

    private ReportTable Ranking(PaperFacts facts)
    {
        var next = facts.Ranking.Measures.Where(m => m.Helps && !facts.Measures.Contains(m)).Take(Math.Max(0, MeasuresShown - facts.Measures.Count));
        return new(
            texts["ranking-table"],
            [new(texts["ranking-number"], 0.5), new(texts["finance-measure"], 2.6), new(texts["ranking-gain"], 1.5), new(texts["ranking-cost"], 2.5), new(texts["ranking-effort"], 2)],
            [
                .. facts.Measures.Index().Select(m => Row(m.Item, (m.Index + 1).ToString(CultureInfo.InvariantCulture))),
                .. next.Select(m => Row(m, "–")),
            ]);
    }

    private ReportRow Row(RankedMeasure measure, string number) => new(
    [
        number, NameOf(measure), RankingWords.Gain(measure), $"{RankingWords.Cost(measure.Cost)}\n{PlainText.Name(RankingWords.Budget(measure.Measure))}",
        EffortOf(measure),
    ]);

    private ReportTable Alternatives(PaperFacts facts)
    {
        var helping = facts.Ranking.Measures.Where(m => m.Helps).ToList();
        return new(
            texts["compare-table"],
            [new(texts["compare-alternative"], 2.4), new(texts["compare-stopped"], 2), new(texts["compare-lost"], 1.5), new(texts["compare-cost"], 1.5)],
            [
                Alternative(texts["compare-nothing"], facts.AsIs, [], facts.Costs.FirstYear),
                Alternative(texts["compare-proposal"], facts.Proposed, facts.Measures, facts.Costs.FirstYear),
                Alternative(texts["compare-all", helping.Count], facts.Everything, helping, facts.Costs.FirstYear),
            ]);
    }

    private ReportRow Alternative(string name, SimulatedOutage outage, IReadOnlyList<RankedMeasure> measures, int firstYear)
    {
        var body = outage.Result.Bodies[0];
        return new([name, texts["compare-of", ForecastWords.CountStopped(body.Services), body.Services.Count], Say.Days(body.Total.DaysLost.Mean), Say.EuroExactly(CostPlan.Of(measures, firstYear).Of(0))]);
    }

    private List<string> Assumptions(PaperFacts facts)
    {
        var scenario = facts.AsIs.Outage.Inputs.Scenario;
        return
        [
            texts["assumption-scenario", PlainText.Name(scenario.Title?.ToString() ?? ""), PlainText.Of(scenario.Description?.ToString() ?? "")],
            texts["assumption-runs", Say.Number(facts.AsIs.Result.Runs)],
            texts["assumption-model"],
            texts["assumption-repeat", facts.Scenario, facts.Ranking.Seed, OutageSimulation.EngineVersion, facts.AsIs.Inputs.Hash[..HashShown]],
        ];
    }
}
