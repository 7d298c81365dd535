using ResilienceMonitor.Calibration.Model;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration.Fitting;

/// <summary>Simulates cases with fitted numbers. The runs of all of them have the same luck, so that two steps differ by their numbers alone.</summary>
internal sealed class CaseForecasts(ReferenceCatalogue catalogue, RunOptions options, CancellationToken ct)
{
    private readonly Dictionary<(KnownOutage Case, FittedNumbers Numbers), ReferenceRuns> last = [];
    private readonly Dictionary<KnownOutage, PointPlan> points = [];

    public double Noise { get; } = catalogue.Noise;

    public ReferenceRuns Runs(KnownOutage outage, FittedNumbers numbers)
    {
        if (last.TryGetValue((outage, numbers), out var known)) return known;
        last.Clear();
        ct.ThrowIfCancellationRequested();
        if (!points.TryGetValue(outage, out var plan)) points.Add(outage, plan = ReferenceRuns.PointsOf(outage, catalogue));
        return last[(outage, numbers)] = ReferenceRuns.Of(outage, catalogue.With(Values(numbers)), options with { Points = plan }, ct);
    }

    public DayBand? Band(KnownOutage outage, FittedNumbers numbers, Observation seen) =>
        Runs(outage, numbers).Days(seen) is { } days ? DayBand.Of(days, Noise) : null;

    /// <summary>What the steps stand for.</summary>
    public IReadOnlyDictionary<string, double> Values(FittedNumbers numbers) =>
        FittedNumbers.Keys.Zip(numbers.All).ToDictionary(n => n.First, n => catalogue.Fitted(n.First, n.Second), StringComparer.Ordinal);
}
