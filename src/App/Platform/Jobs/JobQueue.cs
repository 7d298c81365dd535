using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>Orders jobs and says how far they are. Use cases of features call it after they asked for their own permission.</summary>
public sealed class JobQueue(AppDb db, Actor actor, IServiceScopeFactory scopes, JobScheduler scheduler, IClock clock)
{
    // Who looks again at work that has just failed shall read that, and not start it anew with every look.
    private static readonly Duration FailureIsShown = Duration.FromMinutes(10);

    /// <summary>Orders the work unless it waits or runs already; refused when too much of the body is waiting.</summary>
    /// <param name="owner">Whose work it is, when the actor acts for no single body.</param>
    /// <param name="kind">Name of the kind.</param>
    /// <param name="key">Equal keys are the same work.</param>
    /// <param name="payload">What the kind needs to know.</param>
    /// <param name="ct">Ends the asking, not the work.</param>
    public async Task<Result<Job>> Start<T>(BodyId owner, string kind, string key, T payload, CancellationToken ct)
    {
        var body = actor.Scope.Acting ?? owner;
        if (await Latest(body, key, ct) is { } known && (known.IsOpen || known.State == JobState.Failed && clock.GetCurrentInstant() - known.EndedAt < FailureIsShown))
            return known.IsOpen ? known : Refusal.Of<PlatformTexts>("work.failed");
        if (await Open(body).CountAsync(j => j.RequestedBy != Actor.System.Id, ct) >= Limits.OpenJobs) return Refusal.Of<PlatformTexts>("work.too-much");
        var json = CanonicalJson.Write(payload);
        if (json.Length > Limits.JobPayloadLength) return Refusal.Of<PlatformTexts>("work.too-much");
        var (job, isNew) = await Add(body, kind, key, json, ct);
        if (isNew) await scheduler.Plan(job, await Open(body).CountAsync(ct), ct);
        return job;
    }

    /// <summary>The latest work under a key; that of other bodies is not there.</summary>
    public Task<Job?> Find(string key, CancellationToken ct) => db.Set<Job>().AsNoTracking().Where(j => j.Key == key).OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(ct);

    /// <summary>Cancels the work wherever it runs; nothing of it is kept.</summary>
    public async Task Cancel(string key, CancellationToken ct)
    {
        var job = await db.Set<Job>().Where(j => j.Key == key && j.EndedAt == null).OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(ct);
        if (job is null) return;
        job.CancelRequested = true;
        if (job.State == JobState.Waiting)
        {
            (job.State, job.EndedAt) = (JobState.Cancelled, clock.GetCurrentInstant());
            job.RowVersion++;
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A node has just taken it, or it has just ended: looked at again, the wish is what is left to write.
            db.ChangeTracker.Clear();
            if (await db.Set<Job>().FirstOrDefaultAsync(j => j.BodyId == job.BodyId && j.Id == job.Id && j.EndedAt == null, ct) is not { } again) return;
            again.CancelRequested = true;
            await db.SaveChangesAsync(ct);
        }
    }

    private Task<Job?> Latest(BodyId body, string key, CancellationToken ct) =>
        db.Set<Job>().AsNoTracking().Where(j => j.BodyId == body && j.Key == key).OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(ct);

    private IQueryable<Job> Open(BodyId body) => db.Set<Job>().Where(j => j.BodyId == body && j.EndedAt == null);

    // In a unit of work of its own: what else the caller is about to save is none of its business.
    private async Task<(Job Job, bool IsNew)> Add(BodyId body, string kind, string key, string payload, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var job = new Job
        {
            BodyId = body,
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Key = key,
            Payload = payload,
            RequestedBy = actor.Id,
            Culture = CultureInfo.CurrentUICulture.Name,
            CreatedAt = now,
            DueAt = now,
        };
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        var own = scope.ServiceProvider.GetRequiredService<AppDb>();
        own.Add(job);
        try
        {
            await own.SaveChangesAsync(ct);
            return (job, true);
        }
        catch (DbUpdateException)
        {
            // Somebody ordered the same at the same moment; anything else is a mistake.
            if (await Latest(body, key, ct) is { IsOpen: true } other) return (other, false);
            throw;
        }
    }
}
