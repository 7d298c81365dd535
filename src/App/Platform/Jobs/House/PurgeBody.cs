using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Jobs.House;

/// <summary>Every night: what a body removed more than thirty days ago goes for good, and what has ended is forgotten; of a removed body goes everything.</summary>
public sealed class PurgeBody : IJobKind
{
    public const string Kind = "house.purge";

    public string Name => Kind;

    public bool Heavy => false;

    public string? Calendar => "0 15 1 * * ?";

    public async Task<Refusal?> Run(JobContext job, IProgress<double> progress, CancellationToken ct)
    {
        var db = job.Get<AppDb>();
        var body = job.BodyId;
        var now = job.Get<IClock>().GetCurrentInstant();
        var before = now - Duration.FromDays(Limits.UndoDays);
        if (await EndedBody.RemovedAt(db, job.Get<IEnumerable<ItemKind>>(), body, before, ct) is { } removedAt)
        {
            // The row of this job goes, too.
            await EndedBody.Purge(db, body, removedAt, ct);
            return null;
        }

        foreach (var kind in job.Get<IEnumerable<ItemKind>>()) await kind.Purge(db, body, before, ct);
        var ended = now - Duration.FromDays(Limits.EndedJobDays);
        db.RemoveRange(await db.Set<Job>().Where(j => j.BodyId == body && j.EndedAt < ended).OrderBy(j => j.EndedAt).Take(Limits.PurgedRows).ToListAsync(ct));
        db.RemoveRange(await db.Set<StoredFile>().Where(f => f.BodyId == body && f.EndsAt < now).OrderBy(f => f.EndsAt).Take(Limits.StoredFiles).ToListAsync(ct));
        db.RemoveRange(await db.Set<Invitation>().Where(i => i.BodyId == body && i.EndsAt < ended).OrderBy(i => i.EndsAt).Take(Limits.PurgedRows).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return null;
    }
}
