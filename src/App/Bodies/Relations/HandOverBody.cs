using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Relations;

/// <summary>Makes the link by which the first person of a body takes over what another body has entered for it.</summary>
public sealed class HandOverBody(AppDb db, Actor actor, IClock clock)
{
    public static readonly Permission HandOver = new("bodies.hand-over", Role.CoordinationOffice, Role.BodyAdministrator) { PeopleOnly = true };
    private static readonly Duration Lasts = Duration.FromDays(7);

    public async Task<Result<LinkSecret>> Run(string key, CancellationToken ct)
    {
        actor.Must(HandOver);
        var own = actor.Scope.Acting;
        var tended = await db.Set<Tenant>().AsNoTracking().Where(t => t.StewardId == own && own != null && t.ClaimedAt == null)
            .Join(db.Bodies.Where(b => b.Key == key), t => t.BodyId, b => b.BodyId, (t, b) => t).FirstOrDefaultAsync(ct);
        return tended is null
            ? Refusal.Of<BodiesTexts>("body.not-found", key)
            : await InviteMember.Add(db, clock, tended.BodyId, [Role.BodyAdministrator], null, Lasts, ct);
    }
}
