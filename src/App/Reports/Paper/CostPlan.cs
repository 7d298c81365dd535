using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Reports.Paper;

/// <summary>What the proposed measures cost in each of four years. Amounts are rounded as pages say them, and sums are those of the rounded amounts.</summary>
/// <param name="FirstYear">The first year of the plan.</param>
/// <param name="Lines">Each kind of cost of each measure.</param>
public sealed record CostPlan(int FirstYear, IReadOnlyList<CostLine> Lines)
{
    public const int Years = 4;

    /// <param name="measures">In the order in which the paper numbers them.</param>
    /// <param name="firstYear">In which the one-off amounts are due.</param>
    public static CostPlan Of(IReadOnlyList<RankedMeasure> measures, int firstYear) => new(firstYear,
    [
        .. measures.Index().SelectMany(m => new[]
        {
            new CostLine(m.Index + 1, m.Item.Measure.BudgetProduct, m.Item.Measure.Budget == BudgetKind.Investiv ? CostKind.Investment : CostKind.Once, [Rounded(m.Item.Cost.OneOff), .. new decimal[Years - 1]]),
            new CostLine(m.Index + 1, m.Item.Measure.BudgetProduct, CostKind.Yearly, [.. Enumerable.Repeat(Rounded(m.Item.Cost.Yearly), Years)]),
        }).Where(l => l.Sum > 0),
    ]);

    /// <summary>Sum of a year, 0 to 3; of one kind of budget, or of both.</summary>
    public decimal Of(int year, bool? investment = null) => Lines.Where(l => investment is null || l.Kind == CostKind.Investment == investment).Sum(l => l.Amounts[year]);

    private static decimal Rounded(double euro) => (decimal)Say.RoundedValue(euro);
}

/// <param name="Measure">Number of the measure in the paper.</param>
/// <param name="Product">Budget product; null: not known.</param>
/// <param name="Kind">What kind of cost.</param>
/// <param name="Amounts">Euro in each year.</param>
public sealed record CostLine(int Measure, string? Product, CostKind Kind, IReadOnlyList<decimal> Amounts)
{
    public decimal Sum => Amounts.Sum();
}

public enum CostKind
{
    /// <summary>Once, as an investment.</summary>
    Investment,

    /// <summary>Once, out of current expenses.</summary>
    Once,

    /// <summary>Every year, out of current expenses.</summary>
    Yearly,
}
