using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Calibration.Model;

/// <summary>The runs of one case, asked for the day of a milestone in each of them.</summary>
internal sealed class ReferenceRuns
{
    /// <summary>Share of <see cref="Milestone.Most"/>.</summary>
    private const double MostShare = 0.85;

    // A share such as 0.85 of 20 is 17, whatever the last bit says.
    private const double Slack = 1e-9;
    private const double LastDay = OutageSimulation.Horizon / 24;
    private readonly ReferenceCatalogue catalogue;
    private readonly IReadOnlyList<string> services;
    private readonly IReadOnlyDictionary<string, RunsOfService> times;
    private readonly Dictionary<double, double[]> shares = [];

    private ReferenceRuns(ReferenceCatalogue catalogue, IReadOnlyList<string> services, IReadOnlyDictionary<string, RunsOfService> times, int runs) =>
        (this.catalogue, this.services, this.times, Runs) = (catalogue, services, times, runs);

    public int Runs { get; }

    /// <summary>Simulates a case.</summary>
    public static ReferenceRuns Of(KnownOutage outage, ReferenceCatalogue catalogue, RunOptions options, CancellationToken ct)
    {
        var body = new ReferenceBody(outage, catalogue);
        var input = body.Input;
        var times = new Dictionary<string, RunsOfService>();
        OutageSimulation.Play(new() { Bodies = [input] }, new ReferenceOutage(outage, catalogue).Of(input), options with { Figures = Figures.Times }, Take, ct: ct);
        return new(catalogue, body.Services, times, options.Runs);

        void Take(RunsOfBody runs)
        {
            foreach (var service in runs.Services) times[service.Key] = service;
        }
    }

    /// <summary>Which draws of a case share points, for all steps of the fit.</summary>
    public static PointPlan PointsOf(KnownOutage outage, ReferenceCatalogue catalogue)
    {
        var input = new ReferenceBody(outage, catalogue).Input;
        return PointPlan.Of(new() { Bodies = [input] }, new ReferenceOutage(outage, catalogue).Of(input));
    }

    /// <summary>The day on which each run reaches what was observed; null: the engine does not say (a restart that fails).</summary>
    public double[]? Days(Observation seen) => seen.Milestone switch
    {
        Milestone.FirstSubstitute => InDays(Times(ReferenceKeys.Contact).First),
        Milestone.Substitute => InDays(Times(ReferenceKeys.Anyhow(catalogue.ServiceOf(seen.Service))).First),
        Milestone.Forensics => InDays(Times(ReferenceKeys.Release).Own),
        Milestone.EmergencyInfrastructure => InDays(Times(ReferenceKeys.EmergencyBase).Own),
        Milestone.Reconnection => InDays(Times(ReferenceKeys.Outside).Own),
        Milestone.FirstClients => InDays(Times(ReferenceKeys.AnyFleet).Emergency),
        Milestone.Clients => InDays(Times(ReferenceKeys.Batches(BatchesOf(seen.Share ?? 1))).Emergency),
        Milestone.Share => ShareBack(seen.Share ?? 1),
        Milestone.OwnService => InDays(Times(ReferenceKeys.OneOffice(catalogue.ServiceOf(seen.Service))).Emergency),
        Milestone.Infrastructure => InDays(Times(ReferenceKeys.Servers).Own),
        Milestone.Most => ShareBack(MostShare),
        Milestone.Full => Everything(),
        Milestone.FailedRestart => null,
    };

    private RunsOfService Times(string key) => times[key];

    private static int BatchesOf(double share) => Math.Clamp((int)Math.Ceiling(share * ReferenceBody.FleetBatches - Slack), 1, ReferenceBody.FleetBatches);

    // The day on which so many services are back, each counted once.
    private double[] ShareBack(double share)
    {
        if (shares.TryGetValue(share, out var known)) return known;
        var place = Math.Clamp((int)Math.Ceiling(share * services.Count - Slack), 1, services.Count) - 1;
        var (back, hours) = (services.Select(s => Times(s).Emergency).ToArray(), new float[services.Count]);
        var result = new float[Runs];
        for (var run = 0; run < Runs; run++)
        {
            for (var i = 0; i < hours.Length; i++) hours[i] = back[i].Span[run];
            Array.Sort(hours);
            result[run] = hours[place];
        }

        return shares[share] = InDays(result);
    }

    private double[] Everything()
    {
        ReadOnlyMemory<float>[] all =
        [
            .. services.Select(s => Times(s).Own), Times(ReferenceKeys.Rest).Own, Times(ReferenceKeys.Outside).Own, Times(ReferenceKeys.Batches(ReferenceBody.FleetBatches)).Emergency,
        ];
        return InDays(Enumerable.Range(0, Runs).Select(run => all.Max(hours => hours.Span[run])).ToArray());
    }

    private static double[] InDays(ReadOnlyMemory<float> hours)
    {
        var days = new double[hours.Length];
        for (var run = 0; run < days.Length; run++) days[run] = Math.Min(hours.Span[run] / 24, LastDay);
        return days;
    }
}
