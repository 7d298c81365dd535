using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>Ends a consent of the acting body at once.</summary>
public sealed class RevokeConsent(AppDb db, Actor actor, IClock clock)
{
    public async Task<Result<bool>> Run(Guid id, CancellationToken ct)
    {
        actor.Must(Consents.Edit);
        var body = actor.Scope.Acting;
        if (await db.Set<Consent>().FirstOrDefaultAsync(c => c.BodyId == body && c.Id == id, ct) is not { } consent) return Refusal.Of<ConsentTexts>("consent.not-found");
        consent.RevokedAt ??= clock.GetCurrentInstant();
        await db.SaveChangesAsync(ct);
        return true;
    }
}
