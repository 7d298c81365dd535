namespace ResilienceMonitor.Simulation.Results;

/// <summary>Share of runs in which a service is in each state at each hour of <see cref="Hours"/>; the four add up to 1.</summary>
/// <param name="Hours">The hours of the points, ascending; the same in every result.</param>
/// <param name="Stopped">Nothing is delivered.</param>
/// <param name="Substitute">Delivered by a substitute or in part, own capacity below normal.</param>
/// <param name="Backlog">Own capacity back, backlog not yet cleared.</param>
/// <param name="Normal">Own capacity back and no backlog.</param>
public sealed record ServiceStates(IReadOnlyList<double> Hours, IReadOnlyList<double> Stopped, IReadOnlyList<double> Substitute, IReadOnlyList<double> Backlog, IReadOnlyList<double> Normal);
