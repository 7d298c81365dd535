using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Makes a link by which one person joins the acting body with these roles; shown once, for seven days.</summary>
public sealed class InviteMember(AppDb db, Actor actor, IClock clock)
{
    public static readonly Duration Lasts = Duration.FromDays(7);

    public async Task<Result<LinkSecret>> Run(IReadOnlyCollection<Role> roles, string? note, CancellationToken ct)
    {
        actor.Must(People.Edit);
        if (actor.Scope.Acting is not { } body) return Refusal.Of<PeopleTexts>("people.no-body");
        var given = People.RolesOf(roles);
        if (given.Count == 0) return Refusal.Of<PeopleTexts>("people.no-roles");
        return await Add(db, clock, body, given, note, Lasts, ct);
    }

    /// <summary>The row of a link, for whoever may make one.</summary>
    internal static async Task<Result<LinkSecret>> Add(AppDb db, IClock clock, BodyId body, IReadOnlyList<Role> roles, string? note, Duration lasts, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Set<Invitation>().CountAsync(i => i.BodyId == body && i.UsedAt == null && i.RevokedAt == null && i.EndsAt > now, ct) >= Limits.OpenInvitations)
            return Refusal.Of<PeopleTexts>("invitation.too-many", Limits.OpenInvitations);
        var link = LinkSecret.New(body);
        db.Set<Invitation>().Add(new Invitation { BodyId = body, Id = link.Id, SecretHash = link.Hash, Roles = roles, Note = note, CreatedAt = now, EndsAt = now + lasts });
        await db.SaveChangesAsync(ct);
        return link;
    }
}
