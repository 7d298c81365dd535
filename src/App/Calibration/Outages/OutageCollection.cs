namespace ResilienceMonitor.Calibration.Outages;

/// <summary>Known outages and what was observed of them.</summary>
/// <param name="Cases">In the order of the file.</param>
/// <param name="Observations">In the order of the file; each belongs to a case.</param>
public sealed record OutageCollection(IReadOnlyList<KnownOutage> Cases, IReadOnlyList<Observation> Observations)
{
    /// <summary>What forecasts are judged by, with its weight: several services of a case that came back on one day count once together.</summary>
    public IEnumerable<(Observation Observation, double Weight)> Scored =>
        Observations.Where(o => o.IsScored).GroupBy(o => (o.Case, o.Milestone, o.DayMin, o.DayMax, o.Share))
            .SelectMany(g => g.Select(o => (o, 1.0 / g.Count())));
}
