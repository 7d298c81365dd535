using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Ends a link of the acting body at once, whether for a colleague or for respondents.</summary>
public sealed class RevokeInvitation(AppDb db, Actor actor, IClock clock)
{
    public async Task<Result<bool>> Run(Guid id, CancellationToken ct)
    {
        actor.Must(People.Edit);
        var body = actor.Scope.Acting;
        if (await db.Set<Invitation>().FirstOrDefaultAsync(i => i.BodyId == body && i.Id == id, ct) is not { } invitation) return Refusal.Of<PeopleTexts>("link.not-found");
        invitation.RevokedAt ??= clock.GetCurrentInstant();
        await db.SaveChangesAsync(ct);
        return true;
    }
}
