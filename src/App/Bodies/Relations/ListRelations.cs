using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Relations;

/// <summary>
/// The bodies that chose the acting one as their office, district, state or provider (they let it see their profile) with what else they let it see,
/// and the bodies it has entered and looks after because nobody of theirs has an account yet.
/// </summary>
public sealed class ListRelations(AppDb db, ListConsents consents, Actor actor)
{
    public async Task<RelationsOfBody> Run(CancellationToken ct)
    {
        actor.Must(Consents.Use);
        var own = actor.Scope.Acting;
        var related = (await consents.Received(ct)).Where(c => c.GranteeId == own).GroupBy(c => c.BodyId)
            .Where(g => g.Any(c => c.Block == Consents.Profile))
            .Select(g => new RelatedBody(g.First(c => c.Block == Consents.Profile).GrantorName, [.. g])).ToList();
        var tended = await db.Set<Tenant>().AsNoTracking().Where(t => t.StewardId == own && t.ClaimedAt == null)
            .Join(db.Bodies, t => t.BodyId, b => b.BodyId, (t, b) => b).OrderBy(b => b.Key).Take(Limits.Bodies).ToListAsync(ct);
        return new RelationsOfBody(related, [.. tended.OrderBy(b => b.DisplayName, GermanOrder.Comparer)]);
    }
}

/// <summary>Who is related to a body.</summary>
/// <param name="Related">By their own consent.</param>
/// <param name="Tended">Entered by the body itself, without people of their own yet.</param>
public sealed record RelationsOfBody(IReadOnlyList<RelatedBody> Related, IReadOnlyList<Body> Tended);

/// <summary>A body by its own name, and what it lets see.</summary>
public sealed record RelatedBody(string Name, IReadOnlyList<Consent> Consents);
