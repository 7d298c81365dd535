using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>
/// Finds who a job acts as. The body is the one in the key of the job's row, whatever its payload says; the rights are those the person has now, not
/// those of the moment when the job was ordered.
/// </summary>
internal sealed class JobActor(IServiceScopeFactory scopes, TendedBodies tended, DefaultActor unnamed)
{
    private const string Account = "user:";

    /// <summary>Null: who ordered it may do nothing here any more.</summary>
    public async Task<Actor?> Of(Job job, CancellationToken ct)
    {
        var house = Actor.House(job.BodyId);
        if (job.RequestedBy == house.Id) return house;
        if (job.RequestedBy == Actor.LocalOwner.Id) return unnamed.Actor.IsLocalOwner ? unnamed.Actor : null;
        if (!job.RequestedBy.Value.StartsWith(Account, StringComparison.Ordinal)
            || !Guid.TryParseExact(job.RequestedBy.Value[Account.Length..], "N", out var user)) return null;
        var member = await Read(house, (db, token) => db.Set<Member>().AsNoTracking().FirstOrDefaultAsync(m => m.BodyId == job.BodyId && m.UserId == user, token), ct);
        var isThere = await Read(house, (db, token) => db.Set<User>().AnyAsync(u => u.Id == user && u.DisabledAt == null, token), ct);
        if (member is null || !isThere) return null;
        return Actor.Member(user, await tended.ScopeOf(job.BodyId, ct), [.. member.Roles]);
    }

    /// <summary>Goes on in the language in which the job was ordered.</summary>
    public static void Speak(Job job) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Languages.All.FirstOrDefault(l => l.Name == job.Culture) ?? Languages.German;

    private async Task<T> Read<T>(Actor actor, Func<AppDb, CancellationToken, Task<T>> read, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>(), ct);
    }
}
