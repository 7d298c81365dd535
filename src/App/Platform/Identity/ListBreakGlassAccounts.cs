using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The accounts in the safe of the acting body, and when each was used. They belong to the body and to no person.</summary>
public sealed class ListBreakGlassAccounts(AppDb db, Actor actor)
{
    /// <summary>An account that works.</summary>
    /// <param name="Name">As it stands among the people.</param>
    /// <param name="MadeAt">Since when it works.</param>
    /// <param name="UsedAt">The last use; null: never.</param>
    public sealed record Line(string Name, Instant MadeAt, Instant? UsedAt);

    public async Task<IReadOnlyList<Line>> Run(CancellationToken ct)
    {
        actor.Must(People.View);
        if (actor.Scope.Acting is not { } body) return [];
        var accounts = await db.Set<Member>().AsNoTracking().Where(m => m.BodyId == body)
            .Join(db.Set<User>().Where(u => u.BreakGlass && u.DisabledAt == null), m => m.UserId, u => u.Id, (m, u) => new { u.Id, u.DisplayName, u.CreatedAt })
            .OrderBy(u => u.DisplayName).Take(Limits.MembersPerBody).ToListAsync(ct);
        var lines = new List<Line>();
        foreach (var account in accounts)
        {
            var subject = ActorId.Of(account.Id).Value;
            var used = await db.Events.AsNoTracking().Where(e => e.BodyId == body && e.Kind == SignInTrail.BreakGlassUsed && e.Subject == subject)
                .OrderByDescending(e => e.At).Select(e => (Instant?)e.At).FirstOrDefaultAsync(ct);
            lines.Add(new Line(account.DisplayName, account.CreatedAt, used));
        }

        return lines;
    }
}
