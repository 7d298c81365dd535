using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The API tokens of the acting body, newest first, without their secrets.</summary>
public sealed class ListTokens(AppDb db, Actor actor)
{
    public async Task<IReadOnlyList<ApiToken>> Run(CancellationToken ct)
    {
        actor.Must(People.Tokens);
        var body = actor.Scope.Acting;
        return await db.Set<ApiToken>().AsNoTracking().Where(t => t.BodyId == body).OrderByDescending(t => t.CreatedAt).Take(Limits.HistoryRows).ToListAsync(ct);
    }
}
