using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Overview;

/// <summary>
/// Every week: keeps the figures of the start page for each body with a model of its own, so that "what changed since" has something to compare with
/// even when nobody looked for months. The same model gives the same stored result.
/// </summary>
public sealed class ReportBody : IJobKind
{
    public string Name => "house.report";

    public bool Heavy => true;

    public string? Calendar => "0 15 2 ? * SUN";

    public async Task<Refusal?> Run(JobContext job, IProgress<double> progress, CancellationToken ct)
    {
        var db = job.Get<AppDb>();
        if (await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.BodyId == job.BodyId, ct) is not { } body) return null;
        if (!await db.Services.AnyAsync(s => s.BodyId == job.BodyId, ct)) return null;
        return (await job.Get<SimulateOutage>().Run(UsualScenario.SelectionOf(body), progress, ct)).Refusal;
    }
}
