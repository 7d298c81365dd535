using System.Globalization;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Reports.Documents;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>
/// The part of a council paper that everybody may read. It names measures by number only, because their names tell what is missing; of the outage it
/// says nothing but what is known of every administration.
/// </summary>
public sealed class PublicPart(PaperTexts texts)
{
    private const double Some = 0.17;
    private const double Fifth = 0.225;
    private const double Quarter = 0.29;
    private const double Third = 0.42;
    private const double Half = 0.55;

    public ReportDocument Of(PaperFacts facts) => new($"{texts["title"]}: {texts["subject"]}", null, CultureInfo.CurrentCulture,
    [
        PaperHead.Of(facts, texts),
        new ReportHeading(1, texts["decision"]),
        new ReportList([texts["decision-measures", facts.Measures.Count], MoneyOf(facts.Costs, texts), texts["decision-report"]], Numbered: true),
        new ReportHeading(1, texts["facts"]),
        .. new[] { texts["facts-services", facts.Result.Services.Count], texts["facts-cases"], texts["facts-law"], texts["facts-how"] }.Select(t => new ReportParagraph(t)),
        .. Gain(facts),
        new ReportHeading(1, texts["alternatives"]),
        new ReportList([texts["alternative-proposal"], texts["alternative-part"], texts["alternative-nothing"]]),
        .. new PaperFinance(texts).Of(facts),
        new ReportHeading(1, texts["staff"]),
        new ReportParagraph(texts["staff-days", Say.Number(facts.Measures.Sum(m => m.Measure.PersonDays))]),
        new ReportHeading(1, texts["enclosures"]),
        new ReportList([texts["enclosure"]]),
        new ReportParagraph(texts["signature"]),
    ])
    {
        Letterhead = texts["letterhead"],
    };

    /// <summary>The sentence of the decision about money.</summary>
    internal static string MoneyOf(CostPlan costs, PaperTexts texts) => costs.Lines.Count == 0
        ? texts["decision-no-money"]
        : texts["decision-money", Say.EuroExactly(costs.Of(0)), costs.FirstYear.ToString(CultureInfo.InvariantCulture), Say.EuroExactly(costs.Of(1))];

    private IEnumerable<ReportPart> Gain(PaperFacts facts)
    {
        var (gain, lost) = (facts.Together, facts.Result.Total.DaysLost.Mean);
        if (!gain.Measurable || gain.Mean <= 0 || lost <= 0) return [];
        var word = (gain.Mean / lost) switch { < Some => "gain-some", < Fifth => "gain-fifth", < Quarter => "gain-quarter", < Third => "gain-third", < Half => "gain-half", _ => "gain-most" };
        return [new ReportParagraph(texts["facts-gain", texts[word]])];
    }
}
