using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// Changes what a person may do in the acting body, or takes them out; it counts with their next request. Nobody changes their own roles, and one
/// body administrator always stays.
/// </summary>
public sealed class ChangeRoles(AppDb db, Actor actor)
{
    /// <param name="user">The account.</param>
    /// <param name="rowVersion">Version the form was filled for.</param>
    /// <param name="roles">The new roles; empty takes the person out.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<bool>> Run(Guid user, int rowVersion, IReadOnlyCollection<Role> roles, CancellationToken ct)
    {
        actor.Must(People.Edit);
        var body = actor.Scope.Acting;
        if (user == actor.User) return Refusal.Of<PeopleTexts>("people.own-roles");
        try
        {
            // Two administrators who take each other out at the same time must not both succeed.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            var members = await db.Set<Member>().Where(m => m.BodyId == body).OrderBy(m => m.UserId).Take(Limits.MembersPerBody).ToListAsync(ct);
            if (members.Find(m => m.UserId == user) is not { } member) return Refusal.Of<PeopleTexts>("people.not-found");
            if (member.RowVersion != rowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
            if (!roles.Contains(Role.BodyAdministrator) && !members.Exists(m => m.UserId != user && m.Roles.Contains(Role.BodyAdministrator)))
                return Refusal.Of<PeopleTexts>("people.last-administrator");
            Apply(member, People.RolesOf(roles));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (Exception e) when (e is DbUpdateException or DbException or InvalidOperationException { InnerException: DbException or DbUpdateException })
        {
            return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        }
    }

    private void Apply(Member member, IReadOnlyList<Role> roles)
    {
        if (roles.Count == 0) db.Set<Member>().Remove(member);
        else (member.Roles, member.RowVersion) = (roles, member.RowVersion + 1);
    }
}
