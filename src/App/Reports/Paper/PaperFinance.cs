using System.Globalization;
using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Reports.Documents;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>Financial effects: by measure, product and kind of budget over four years, follow-up cost, funding.</summary>
internal sealed class PaperFinance(PaperTexts texts)
{
    public IEnumerable<ReportPart> Of(PaperFacts facts) =>
    [
        new ReportHeading(1, texts["finance"]),
        .. facts.Costs.Lines.Count == 0 ? [new ReportParagraph(texts["decision-no-money"])] : Costs(facts.Costs),
        new ReportParagraph(Fundable(facts)),
        new ReportParagraph(texts["finance-cover"]),
    ];

    /// <summary>The table of the plan.</summary>
    public ReportTable Table(CostPlan costs)
    {
        ReportColumn[] columns =
        [
            new(texts["ranking-number"], 0.7), new(texts["finance-product"], 1.1), new(texts["finance-kind"], 2.3),
            .. Enumerable.Range(costs.FirstYear, CostPlan.Years).Select(y => new ReportColumn(y.ToString(CultureInfo.InvariantCulture), 1.25, Number: true)),
            new(texts["finance-sum"], 1.4, Number: true),
        ];
        return new ReportTable(texts["finance-table"], columns,
        [
            .. costs.Lines.Select(l => new ReportRow([Text(l.Measure), Product(l.Product), texts[$"finance-{l.Kind.ToString().ToLowerInvariant()}"], .. Amounts(y => l.Amounts[y])])),
            Sum(costs, "finance-all-investment", true), Sum(costs, "finance-all-current", false), Sum(costs, "finance-all", null),
        ]);
    }

    private IEnumerable<ReportPart> Costs(CostPlan costs)
    {
        var (after, yearly) = (Text(costs.FirstYear + CostPlan.Years), costs.Of(CostPlan.Years - 1));
        return
        [
            Table(costs),
            new ReportParagraph(texts["finance-note"], ParagraphLook.Small),
            new ReportParagraph(yearly > 0 ? texts["finance-follow", after, Say.EuroExactly(yearly)] : texts["finance-no-follow", after]),
        ];
    }

    private string Fundable(PaperFacts facts)
    {
        var numbers = facts.Measures.Index().Where(m => m.Item.Measure.Fundable).Select(m => Text(m.Index + 1)).ToList();
        return numbers.Count > 0 ? texts["finance-fund", string.Join(", ", numbers)] : texts["finance-no-fund"];
    }

    private ReportRow Sum(CostPlan costs, string key, bool? investment) => new([texts[key], "", "", .. Amounts(y => costs.Of(y, investment))], Sum: true);

    private static IEnumerable<string> Amounts(Func<int, decimal> of) =>
        Enumerable.Range(0, CostPlan.Years).Select(of).Append(Enumerable.Range(0, CostPlan.Years).Sum(of)).Select(a => a.ToString("N0", CultureInfo.CurrentCulture));

    // A product is a number; whatever else stands in its place may be a name, which does not belong into public.
    private static string Product(string? product) => product is not null && product.All(c => char.IsAsciiDigit(c) || c is '.' or ' ' or '-') ? product : "–";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
