using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Respondents;

/// <summary>Makes and ends links by which people without an account answer the opening questions of the acting body.</summary>
public sealed class InviteRespondents(AppDb db, Actor actor, IClock clock)
{
    public static readonly Permission Ask = new("bodies.ask", Roles.Officers) { PeopleOnly = true };
    public const int LongestDays = 60;

    public async Task<Result<LinkSecret>> Run(int days, string? note, CancellationToken ct)
    {
        actor.Must(Ask);
        if (actor.Scope.Acting is not { } body) return Refusal.Of<PeopleTexts>("people.no-body");
        return days is < 1 or > LongestDays
            ? Refusal.Of<PeopleTexts>("link.days", LongestDays)
            : await InviteMember.Add(db, clock, body, [Role.Respondent], note, Duration.FromDays(days), ct);
    }

    public async Task<IReadOnlyList<InvitationLine>> Open(CancellationToken ct)
    {
        actor.Must(Ask);
        var (body, now) = (actor.Scope.Acting, clock.GetCurrentInstant());
        var open = await db.Set<Invitation>().AsNoTracking().Where(i => i.BodyId == body && i.RevokedAt == null && i.EndsAt > now)
            .OrderByDescending(i => i.CreatedAt).Take(Limits.OpenInvitations).ToListAsync(ct);
        return [.. open.Where(i => i.Roles.Contains(Role.Respondent)).Select(i => new InvitationLine(i.Id, i.Note, i.Roles, i.EndsAt))];
    }

    public async Task<Result<bool>> Revoke(Guid id, CancellationToken ct)
    {
        actor.Must(Ask);
        var body = actor.Scope.Acting;
        var link = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.BodyId == body && i.Id == id, ct);
        if (link?.Roles.Contains(Role.Respondent) != true) return Refusal.Of<PeopleTexts>("link.not-found");
        link.RevokedAt ??= clock.GetCurrentInstant();
        await db.SaveChangesAsync(ct);
        return true;
    }
}
