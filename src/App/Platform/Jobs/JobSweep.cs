using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs.House;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>
/// Finds open jobs the scheduler does not know, because a process ended between the two writes, and plans them. It goes from body to body: there is
/// no actor who sees the jobs of all.
/// </summary>
public sealed class JobSweep(IServiceScopeFactory scopes)
{
    public async Task Run(JobScheduler scheduler, CancellationToken ct)
    {
        foreach (var body in await Bodies(ct))
        {
            foreach (var (job, ahead) in (await Open(body, ct)).Select((job, i) => (job, i))) await scheduler.Plan(job, ahead, ct);
        }
    }

    /// <summary>Every body of the installation, by nothing but its id.</summary>
    public Task<List<BodyId>> Bodies(CancellationToken ct) => Read(Actor.System, db =>
        db.Set<Tenant>().AsNoTracking().OrderBy(t => t.CreatedAt).ThenBy(t => t.BodyId).Select(t => t.BodyId).Take(Limits.Bodies).ToListAsync(ct));

    /// <summary>Those of them for which there is anything to do: not the ones that have ended.</summary>
    public async Task<List<BodyId>> BodiesWithWork(CancellationToken ct)
    {
        var all = await Bodies(ct);
        var ended = new HashSet<BodyId>();
        foreach (var body in all) ended.UnionWith(await Read(Actor.House(body), async db => await EndedBody.Is(db, body, ct) ? [body] : new List<BodyId>()));
        return [.. all.Where(b => !ended.Contains(b))];
    }

    private Task<List<Job>> Open(BodyId body, CancellationToken ct) => Read(Actor.House(body), db =>
        db.Set<Job>().AsNoTracking().Where(j => j.BodyId == body && j.EndedAt == null).OrderBy(j => j.CreatedAt).Take(2 * Limits.OpenJobs).ToListAsync(ct));

    private async Task<List<T>> Read<T>(Actor actor, Func<AppDb, Task<List<T>>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
