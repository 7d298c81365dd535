using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The people of the acting body and the invitations that are open. Nothing about what anybody did or when.</summary>
public sealed class ListMembers(AppDb db, Actor actor, IClock clock)
{
    public async Task<Result<MembersOfBody>> Run(CancellationToken ct)
    {
        actor.Must(People.View);
        if (actor.Scope.Acting is not { } body) return Refusal.Of<PeopleTexts>("people.no-body");
        var members = await db.Set<Member>().AsNoTracking().Where(m => m.BodyId == body).OrderBy(m => m.UserId).Take(Limits.MembersPerBody)
            .Join(db.Set<User>(), m => m.UserId, u => u.Id, (m, u) => new { Member = m, u.DisplayName, u.PhoneNumber }).ToListAsync(ct);
        var now = clock.GetCurrentInstant();
        var open = await db.Set<Invitation>().AsNoTracking().Where(i => i.BodyId == body && i.UsedAt == null && i.RevokedAt == null && i.EndsAt > now)
            .OrderByDescending(i => i.CreatedAt).Take(Limits.OpenInvitations).ToListAsync(ct);
        return new MembersOfBody(
            body,
            [.. members.Select(m => new MemberLine(m.Member.UserId, m.DisplayName, m.PhoneNumber, m.Member.Roles, m.Member.FromGroups, m.Member.RowVersion, m.Member.UserId == actor.User)).OrderBy(m => m.Name, GermanOrder.Comparer)],
            [.. open.Where(i => !i.Roles.Contains(Role.Respondent)).Select(i => new InvitationLine(i.Id, i.Note, i.Roles, i.EndsAt))]);
    }
}

/// <summary>What the page of the people shows.</summary>
public sealed record MembersOfBody(BodyId Body, IReadOnlyList<MemberLine> Members, IReadOnlyList<InvitationLine> Invitations);

/// <summary>A person of the body.</summary>
/// <param name="User">The account.</param>
/// <param name="Name">How colleagues read the name.</param>
/// <param name="Phone">Given voluntarily; null: not given.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="FromGroups">The roles come from the identity provider.</param>
/// <param name="RowVersion">For a change.</param>
/// <param name="Self">The person who looks.</param>
public sealed record MemberLine(Guid User, string Name, string? Phone, IReadOnlyList<Role> Roles, bool FromGroups, int RowVersion, bool Self);

/// <summary>An open invitation.</summary>
public sealed record InvitationLine(Guid Id, string? Note, IReadOnlyList<Role> Roles, Instant EndsAt);
