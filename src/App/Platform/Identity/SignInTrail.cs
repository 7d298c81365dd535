using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Writes what happens to an account into the trail of every body it belongs to: ids, no names and no addresses.</summary>
public sealed class SignInTrail(UnitsOfWork units, IClock clock)
{
    /// <summary>What all its events begin with.</summary>
    internal const string Section = "sign-in";

    public const string SignedIn = "sign-in.signed-in";
    public const string SignedOut = "sign-in.signed-out";
    public const string Failed = "sign-in.failed";
    public const string BreakGlassUsed = "sign-in.break-glass-used";
    public const string PasskeyAdded = "sign-in.passkey-added";
    public const string PasskeyRemoved = "sign-in.passkey-removed";
    public const string PasswordChanged = "sign-in.password-changed";
    public const string CodesChanged = "sign-in.codes-changed";
    public const string SessionsEnded = "sign-in.sessions-ended";

    /// <param name="user">The account.</param>
    /// <param name="kind">One of the constants.</param>
    /// <param name="by">Who did it; for a failed attempt nobody knows.</param>
    public async Task Write(Guid user, string kind, ActorId by, CancellationToken ct)
    {
        foreach (var body in await BodiesOf(user, ct))
            await units.RunAs<AppDb, int>(new Actor(by, TenantScope.Only(body), _ => false), db =>
            {
                db.Events.Add(new Event
                {
                    Id = Events.EventId.New(),
                    BodyId = body,
                    ChangeId = Guid.CreateVersion7(),
                    Position = 0,
                    At = clock.GetCurrentInstant(),
                    Actor = by,
                    Kind = kind,
                    Subject = ActorId.Of(user).Value,
                });
                if (kind == BreakGlassUsed) db.Add(Notice.New(body, Notice.BreakGlassUsed, ActorId.Of(user).Value, clock.GetCurrentInstant()));
                return db.SaveChangesAsync(ct);
            });
    }

    public Task Write(Guid user, string kind, CancellationToken ct) => Write(user, kind, ActorId.Of(user), ct);

    private Task<List<BodyId>> BodiesOf(Guid user, CancellationToken ct) =>
        units.RunAs<AppDb, List<BodyId>>(Actor.Member(user, TenantScope.None, []), db => db.Set<Member>().AsNoTracking()
            .Where(m => m.UserId == user).OrderBy(m => m.BodyId).Select(m => m.BodyId).Take(Limits.BodiesPerRegion).ToListAsync(ct));
}
