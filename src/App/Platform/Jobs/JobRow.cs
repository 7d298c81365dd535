using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>Changes the row of one job in a short unit of work of the house, fenced by its row version.</summary>
internal sealed class JobRow(IServiceScopeFactory scopes, BodyId body, Guid id)
{
    /// <summary>Returns the row as it then is; null when it is gone, when <paramref name="change"/> declined, or when somebody else was faster.</summary>
    public async Task<Job?> Change(Func<Job, bool> change, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.House(body));
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var job = await db.Set<Job>().FirstOrDefaultAsync(j => j.BodyId == body && j.Id == id, ct);
        if (job is null || !change(job)) return null;
        try
        {
            await db.SaveChangesAsync(ct);
            return job;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }
}
