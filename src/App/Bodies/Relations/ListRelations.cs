using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Relations;

/// <summary>
/// The bodies that chose the acting one as their office, district, state or provider (they let it see their profile) with what else they let it see,
/// and the bodies it has entered and looks after because nobody of theirs has an account yet.
/// </summary>
public sealed class ListRelations(AppDb db, Actor actor, IClock clock)
{
    /// <param name="search">Part of a name; null: all.</param>
    /// <param name="related">Page of those by their own consent, from 1 on.</param>
    /// <param name="tended">Page of those looked after, from 1 on.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<RelationsOfBody> Run(string? search, int? related, int? tended, CancellationToken ct)
    {
        actor.Must(Consents.Use);
        return new RelationsOfBody(await Related(search, related, ct), await Tended(search, tended, ct));
    }

    private async Task<Paged<RelatedBody>> Related(string? search, int? page, CancellationToken ct)
    {
        var (own, now) = (actor.Scope.Acting, clock.GetCurrentInstant());
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => own != null && c.GranteeId == own && c.RevokedAt == null && c.From <= now && c.Until > now)
            .OrderBy(c => c.GrantorName).ThenBy(c => c.Block).ThenBy(c => c.Id).Take(Limits.ConsentsListed).ToListAsync(ct);
        var related = consents.GroupBy(c => c.BodyId).Where(g => g.Any(c => c.Block == Consents.Profile))
            .Select(g => new RelatedBody(g.First(c => c.Block == Consents.Profile).GrantorName, [.. g]));
        return Paged<RelatedBody>.Of([.. related.Where(b => Names.Contain(b.Name, search)).OrderBy(b => b.Name, GermanOrder.Comparer)], page);
    }

    private async Task<Paged<Body>> Tended(string? search, int? page, CancellationToken ct)
    {
        var own = actor.Scope.Acting;
        var tended = await db.Set<Tenant>().AsNoTracking().Where(t => t.StewardId == own && own != null && t.ClaimedAt == null)
            .Join(db.Bodies, t => t.BodyId, b => b.BodyId, (t, b) => b).OrderBy(b => b.Key).Take(Limits.Bodies).ToListAsync(ct);
        return Paged<Body>.Of([.. tended.Where(b => Names.Contain(b.DisplayName, search)).OrderBy(b => b.DisplayName, GermanOrder.Comparer)], page);
    }
}

/// <summary>Who is related to a body.</summary>
/// <param name="Related">By their own consent.</param>
/// <param name="Tended">Entered by the body itself, without people of their own yet.</param>
public sealed record RelationsOfBody(Paged<RelatedBody> Related, Paged<Body> Tended);

/// <summary>A body by its own name, and what it lets see.</summary>
public sealed record RelatedBody(string Name, IReadOnlyList<Consent> Consents);
