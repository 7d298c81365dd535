using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// Lets an account into the body of a link, once. The link is the permission. The first body administrator of a body that another one has entered
/// takes it over: from that moment the other one sees nothing of it.
/// </summary>
public sealed class AcceptInvitation(UnitsOfWork units)
{
    /// <summary>Whether the link would let somebody in now. Guessed, foreign, used and ended links answer alike.</summary>
    public async Task<bool> Holds(string? link, CancellationToken ct) =>
        LinkSecret.Parse(link) is { } parsed && await units.RunAs<Door, bool>(At(parsed, Guid.Empty), async door => await door.Open(parsed, ct) is not null);

    /// <param name="link">What stands behind <c>/join/</c>.</param>
    /// <param name="user">The account that has just proved who it is.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<BodyId>> Run(string? link, Guid user, CancellationToken ct) =>
        LinkSecret.Parse(link) is { } parsed ? await units.RunAs<Door, Result<BodyId>>(At(parsed, user), door => door.Enter(parsed, user, ct)) : NotFound;

    private static Refusal NotFound => Refusal.Of<PeopleTexts>("link.not-found");

    // In the body the link names, which is believed only after the secret has matched.
    private static Actor At(LinkSecret link, Guid user) => new(ActorId.Of(user), TenantScope.Only(link.Body) with { User = user }, _ => false) { User = user };

    /// <summary>The work inside the body of the link.</summary>
    public sealed class Door(AppDb db, IClock clock)
    {
        internal async Task<Invitation?> Open(LinkSecret link, CancellationToken ct)
        {
            var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.BodyId == link.Body && i.Id == link.Id, ct);
            return link.Matches(invitation?.SecretHash ?? new string('0', 64)) && invitation is { UsedAt: null, RevokedAt: null } && !invitation.Roles.Contains(Role.Respondent)
                && clock.GetCurrentInstant() < invitation.EndsAt ? invitation : null;
        }

        internal async Task<Result<BodyId>> Enter(LinkSecret link, Guid user, CancellationToken ct)
        {
            if (await Open(link, ct) is not { } invitation) return NotFound;
            var unclaimed = await db.Set<Tenant>().FirstOrDefaultAsync(t => t.BodyId == link.Body && t.ClaimedAt == null, ct);

            // Whoever belongs to the body that entered this one must not take it over for it.
            if (unclaimed?.StewardId is { } steward && await db.Set<Member>().AnyAsync(m => m.BodyId == steward && m.UserId == user, ct)) return Refusal.Of<PeopleTexts>("people.steward");
            var now = clock.GetCurrentInstant();
            invitation.UsedAt = now;
            if (await db.Set<Member>().FirstOrDefaultAsync(m => m.BodyId == link.Body && m.UserId == user, ct) is { } member)
                (member.Roles, member.RowVersion) = (People.RolesOf(member.Roles.Concat(invitation.Roles)), member.RowVersion + 1);
            else
                db.Set<Member>().Add(new Member { BodyId = link.Body, UserId = user, Roles = People.RolesOf(invitation.Roles), Since = now });
            if (unclaimed is not null && invitation.Roles.Contains(Role.BodyAdministrator)) unclaimed.ClaimedAt = now;
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // Somebody else was faster with the same link.
                return NotFound;
            }

            return link.Body;
        }
    }
}
