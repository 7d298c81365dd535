using ResilienceMonitor.Bodies;

namespace ResilienceMonitor.Measures;

/// <summary>What a measure costs one body.</summary>
/// <param name="OneOff">Euro once.</param>
/// <param name="Yearly">Euro a year.</param>
/// <param name="FirstYear">Cash of the first year: what a budget counts.</param>
/// <param name="PerYear">Yearly + one-off / 5 + person-days at the body's rate: what gains are divided by.</param>
public sealed record MeasureCost(double OneOff, double Yearly, double FirstYear, double PerYear)
{
    private const double HoursPerPersonDay = 8;
    private const double YearsOfUse = 5;

    public static MeasureCost Of(MeasureContent measure, BodyContent body, TeamContent team, int? workplaces)
    {
        var factor = measure.ScalesWith switch
        {
            CostScale.Once => 1.0,
            CostScale.PerThousandInhabitants => Math.Max(1, (body.Population ?? 0) / 1000.0),
            CostScale.PerWorkplace => Math.Max(1, workplaces ?? 1),
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };
        var oneOff = measure.OneOffEuro * factor;
        var yearly = measure.YearlyEuro * factor;
        return new MeasureCost(oneOff, yearly, oneOff + yearly, yearly + oneOff / YearsOfUse + measure.PersonDays * HoursPerPersonDay * team.CostPerHour);
    }

    /// <summary>
    /// What several bodies pay that take a measure together. A measure for joint purchase costs once, however many take part, unless the price grows
    /// with size; what is paid a year and what people do is paid by each.
    /// </summary>
    public static MeasureCost Together(MeasureContent measure, IEnumerable<MeasureCost> bodies)
    {
        var costs = bodies.ToList();
        var sum = new MeasureCost(costs.Sum(c => c.OneOff), costs.Sum(c => c.Yearly), costs.Sum(c => c.FirstYear), costs.Sum(c => c.PerYear));
        if (!measure.Joint || measure.ScalesWith != CostScale.Once || costs.Count < 2) return sum;
        var saved = sum.OneOff - costs.Max(c => c.OneOff);
        return new MeasureCost(sum.OneOff - saved, sum.Yearly, sum.FirstYear - saved, sum.PerYear - saved / YearsOfUse);
    }
}
