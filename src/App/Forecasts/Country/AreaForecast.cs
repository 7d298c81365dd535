using ResilienceMonitor.Simulation.Points;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>What an outage means for all services of an area.</summary>
/// <param name="Key">Key of a district, two digits of a state, or <c>all</c>.</param>
/// <param name="Name">Name of the area; null: the list does not name it.</param>
/// <param name="Bodies">Administrations of the list.</param>
/// <param name="Affected">Those of which at least one service falls below normal in at least one run.</param>
/// <param name="Inhabitants">Stated or assumed; those of a district count in its municipalities.</param>
/// <param name="Services">Services the administrations deliver themselves.</param>
public sealed record AreaForecast(string Key, string? Name, int Bodies, int Affected, long Inhabitants, int Services)
{
    /// <summary>First hour with any delivery, over all services and runs.</summary>
    public required AreaTime First { get; init; }

    /// <summary>First hour at the emergency level.</summary>
    public required AreaTime Emergency { get; init; }

    /// <summary>Hour from which the own service is back and stays.</summary>
    public required AreaTime Own { get; init; }

    /// <summary>Hour at which the backlog is cleared.</summary>
    public required AreaTime Cleared { get; init; }

    /// <summary>Service days lost, summed over the services.</summary>
    public required Estimate DaysLost { get; init; }

    public required IReadOnlyList<AreaDay> Days { get; init; }

    internal static AreaForecast Of(string key, string? name, AreaSums sums) => new(key, name, sums.Bodies, sums.Affected, sums.Inhabitants, sums.Services)
    {
        First = AreaTime.Of(sums, 0),
        Emergency = AreaTime.Of(sums, 1),
        Own = AreaTime.Of(sums, 2),
        Cleared = AreaTime.Of(sums, 3),
        DaysLost = EstimateOf(sums.DaysLost()),
        Days = [.. AreaSums.Days.Index().Select(d => new AreaDay(
            d.Item,
            EstimateOf(sums.Back(0, d.Index)),
            EstimateOf(sums.Back(1, d.Index)),
            EstimateOf(sums.Back(2, d.Index)),
            EstimateOf(sums.Back(3, d.Index)),
            EstimateOf(sums.Without(d.Index))))],
    };

    private static Estimate EstimateOf(double[] byRun)
    {
        var (mean, error) = PairedRuns.MeanOf(byRun);
        Array.Sort(byRun);
        return new Estimate(mean, error, byRun[(byRun.Length * 10 + 99) / 100 - 1], byRun[(int)((byRun.Length * 90L + 99) / 100) - 1]);
    }
}

/// <summary>Quantiles of a time over all services and runs of an area, in hours, within 1.6 %; infinity: not within five years.</summary>
/// <param name="P10">One in ten services and runs is quicker.</param>
/// <param name="P50">Half are quicker.</param>
/// <param name="P90">Nine in ten are quicker.</param>
/// <param name="P10Error">Standard error of P10, from the scrambles; null: there are fewer runs, or a group has none within five years.</param>
/// <param name="P50Error">The same of P50.</param>
/// <param name="P90Error">The same of P90.</param>
public sealed record AreaTime(double P10, double P50, double P90, double? P10Error, double? P50Error, double? P90Error)
{
    internal static AreaTime Of(AreaSums sums, int time)
    {
        var all = sums.Counts(time);
        var groups = sums.CountsByGroup(time);
        return new AreaTime(all.Quantile(0.1), all.Quantile(0.5), all.Quantile(0.9), ErrorOf(groups, 0.1), ErrorOf(groups, 0.5), ErrorOf(groups, 0.9));
    }

    private static double? ErrorOf(IReadOnlyList<TimeCounts> groups, double share)
    {
        var values = groups.Select(g => g.Quantile(share)).ToList();
        return values.Count == 0 || values.Any(double.IsInfinity) ? null : Scrambles.ErrorOf([.. values]);
    }
}

/// <summary>How far an area is on one day. Shares of its services, each alike, 0..1, over runs.</summary>
/// <param name="Day">Days after the start.</param>
/// <param name="First">Share that has been delivered in any way by then.</param>
/// <param name="Emergency">Share that has reached the emergency level.</param>
/// <param name="Own">Share whose own service is back.</param>
/// <param name="Cleared">Share without backlog.</param>
/// <param name="Without">Inhabitants for whom less than half of the services of their administration have been delivered in any way by then.</param>
public sealed record AreaDay(int Day, Estimate First, Estimate Emergency, Estimate Own, Estimate Cleared, Estimate Without);
