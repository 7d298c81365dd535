namespace ResilienceMonitor.Simulation.Results;

/// <summary>Share of services, weighted by cases, in a state at each hour of <see cref="Hours"/>; bands are pointwise quantiles over runs.</summary>
public sealed record CapabilityCurve
{
    /// <summary>The hours of the points, ascending from 0; the same grid in every result.</summary>
    public required IReadOnlyList<double> Hours { get; init; }

    /// <summary>Delivered in any way (total capacity above 0).</summary>
    public required CurveBand First { get; init; }

    /// <summary>Own capacity back (at least 0.95 and stays).</summary>
    public required CurveBand Own { get; init; }

    /// <summary>Backlog cleared.</summary>
    public required CurveBand Cleared { get; init; }
}

/// <summary>One layer of the curve; every list has one value, 0..1, for each hour.</summary>
/// <param name="P10">10 % quantile of the share.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">90 % quantile.</param>
public sealed record CurveBand(IReadOnlyList<double> P10, IReadOnlyList<double> P50, IReadOnlyList<double> P90);
