using ResilienceMonitor.EngineBench.Workloads;

namespace ResilienceMonitor.EngineBench;

/// <summary>What every contender delivers for a workload.</summary>
/// <param name="Full">For each service P10, P50 and P90 of the hours until it is fully back.</param>
/// <param name="Emergency">The same until emergency operation.</param>
/// <param name="TooLong">For each service the share of runs in which emergency operation takes longer than is tolerable.</param>
/// <param name="MeanFull">Mean over all services and runs.</param>
/// <param name="CitizenServiceDays">Mean over runs of the sum of people served times days without emergency operation.</param>
/// <param name="Cost">The same in euro.</param>
internal sealed record Figures(IReadOnlyList<Band> Full, IReadOnlyList<Band> Emergency, IReadOnlyList<double> TooLong, double MeanFull, double CitizenServiceDays, double Cost)
{
    /// <summary>From the hours of every service in every run, a row for each service; the rows are sorted.</summary>
    public static Figures Of(Network network, double[][] full, double[][] emergency)
    {
        var services = network.Organisations.SelectMany(o => o.Services).ToList();
        var (days, cost, sum) = (0.0, 0.0, 0.0);
        var tooLong = new double[services.Count];
        for (var i = 0; i < services.Count; i++)
        {
            var hours = emergency[i].Sum() / emergency[i].Length;
            days += services[i].Citizens * hours / 24;
            cost += services[i].CostPerHour * hours;
            sum += full[i].Sum() / full[i].Length;
            tooLong[i] = (double)emergency[i].Count(x => x > services[i].Mtpd) / emergency[i].Length;
        }

        return new([.. full.Select(Band.Of)], [.. emergency.Select(Band.Of)], tooLong, sum / services.Count, days, cost);
    }
}

/// <summary>Quantiles by nearest rank.</summary>
internal readonly record struct Band(double P10, double P50, double P90)
{
    public static Band Of(double[] values)
    {
        Array.Sort(values);
        return new(At(0.1), At(0.5), At(0.9));

        double At(double share) => values[(int)Math.Ceiling(share * values.Length - 1e-9) - 1];
    }
}
