using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Jobs;

namespace ResilienceMonitor.App.Tests.Platform.Jobs;

/// <summary>A job whose effect would count twice: a row for each time it is done.</summary>
internal sealed class CountingJob(string name, bool endsWithEffect, Func<Task>? before = null, Func<JobContext, CancellationToken, Task>? after = null) : IJobKind
{
    public string Name => name;

    public bool Heavy => false;

    public string? Calendar => null;

    public async Task<Refusal?> Run(JobContext job, IProgress<double> progress, CancellationToken ct)
    {
        if (before is not null) await before();
        var db = job.Get<AppDb>();
        db.Add(new Notice { BodyId = job.BodyId, Id = Guid.CreateVersion7(), Kind = "effect", Subject = job.Read<string>(), Date = Instant.FromUnixTimeSeconds(0), CreatedAt = job.Get<IClock>().GetCurrentInstant() });
        if (endsWithEffect) await job.EndWithNextSave(ct);
        await db.SaveChangesAsync(ct);
        if (after is not null) await after(job, ct);
        return null;
    }
}
