using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Ends an API token of the acting body at once.</summary>
public sealed class RevokeToken(AppDb db, Actor actor, IClock clock)
{
    public async Task<Result<bool>> Run(Guid id, CancellationToken ct)
    {
        actor.Must(People.Tokens);
        var body = actor.Scope.Acting;
        if (await db.Set<ApiToken>().FirstOrDefaultAsync(t => t.BodyId == body && t.Id == id, ct) is not { } token) return Refusal.Of<PeopleTexts>("token.not-found");
        token.RevokedAt ??= clock.GetCurrentInstant();
        await db.SaveChangesAsync(ct);
        return true;
    }
}
