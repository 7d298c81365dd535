using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Jobs;

namespace ResilienceMonitor.Forecasts;

/// <summary>A simulation as a job. Its result is stored under the hash of its inputs, so doing it twice has the effect of once.</summary>
public sealed class ForecastJob(string name, Func<JobContext, ForecastOrder, IProgress<double>, CancellationToken, Task<Refusal?>> run) : IJobKind
{
    public const string Simulate = "work.simulate";
    public const string Rank = "work.rank";
    public const string BestSet = "work.best-set";
    public const string Check = "work.check";
    public const string Remaining = "work.rest";

    public static IReadOnlyList<ForecastJob> All { get; } =
    [
        new(Simulate, async (job, order, progress, ct) => (await job.Get<SimulateOutage>().Run(order.Selection, progress, ct)).Refusal),
        new(Rank, async (job, order, progress, ct) => (await job.Get<RankMeasures>().Run(order.Selection, progress, ct)).Refusal),
        new(BestSet, async (job, order, progress, ct) => (await job.Get<FindBestSet>().Run(order.Selection, order.Budget ?? 0, progress, ct)).Refusal),
        new(Check, async (job, order, progress, ct) => (await job.Get<CheckFirst>().Run(order.Selection, progress, ct)).Refusal),
        new(Remaining, async (job, order, progress, ct) => order.SoFar is { } soFar ? (await job.Get<ForecastRemaining>().Run(order.Selection, soFar, progress, ct)).Refusal : null),
    ];

    public string Name => name;

    public bool Heavy => true;

    public string? Calendar => null;

    public Task<Refusal?> Run(JobContext job, IProgress<double> progress, CancellationToken ct) => run(job, job.Read<ForecastOrder>(), progress, ct);
}
