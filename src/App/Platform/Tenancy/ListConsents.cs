using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>What the acting body lets others see, with every use, and what others let it or the person see.</summary>
public sealed class ListConsents(AppDb db, Actor actor, IClock clock)
{
    private IQueryable<Consent> Own => db.Set<Consent>().AsNoTracking().Where(c => c.BodyId == actor.Scope.Acting).OrderByDescending(c => c.From).ThenByDescending(c => c.Id);

    /// <summary>The newest, ended ones too: the uses stay traceable.</summary>
    public async Task<IReadOnlyList<GivenConsent>> Given(CancellationToken ct)
    {
        actor.Must(Consents.View);
        return await WithUses(await Own.Take(Limits.HistoryRows).ToListAsync(ct), ct);
    }

    /// <summary>One page of all of them, newest first.</summary>
    /// <param name="search">Part of the name of who may look; null: all.</param>
    /// <param name="page">From 1 on.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<Paged<GivenConsent>> Given(string? search, int? page, CancellationToken ct)
    {
        actor.Must(Consents.View);
        var all = await Own.Take(Limits.ConsentsListed).ToListAsync(ct);
        var asked = Paged<Consent>.Of([.. all.Where(c => Names.Contain(c.GranteeName, search))], page);
        return asked.With(await WithUses(asked.Items, ct));
    }

    /// <summary>One page of those that hold now, by the name of the body.</summary>
    public async Task<Paged<Consent>> Received(string? search, int? page, CancellationToken ct)
    {
        var (all, offered, body, user) = (actor.May(Consents.Use), actor.May(Consents.UseOffered), actor.Scope.Acting, actor.User);
        if (body is null && user is null) return Paged<Consent>.None;
        var now = clock.GetCurrentInstant();
        var found = await db.Set<Consent>().AsNoTracking()
            .Where(c => (body != null && c.GranteeId == body && (all || (offered && Consents.Offered.Contains(c.Block)))) || (user != null && c.AdviserId == user))
            .Where(c => c.RevokedAt == null && c.From <= now && c.Until > now)
            .OrderBy(c => c.GrantorName).ThenBy(c => c.Block).ThenBy(c => c.Id).Take(Limits.ConsentsListed).ToListAsync(ct);
        return Paged<Consent>.Of([.. found.Where(c => Names.Contain(c.GrantorName, search)).OrderBy(c => c.GrantorName, GermanOrder.Comparer)], page);
    }

    private async Task<IReadOnlyList<GivenConsent>> WithUses(IReadOnlyList<Consent> consents, CancellationToken ct)
    {
        var (body, now) = (actor.Scope.Acting, clock.GetCurrentInstant());
        var ids = consents.Select(c => c.Id.ToString()).ToList();
        var uses = (await db.Events.AsNoTracking().Where(e => e.BodyId == body && e.Kind == Consents.Used && ids.Contains(e.Subject))
            .OrderByDescending(e => e.At).Take(Limits.ConsentUses).Select(e => new { e.Subject, e.At }).ToListAsync(ct)).ToLookup(u => u.Subject, u => u.At);
        return [.. consents.Select(c => new GivenConsent(c, c.HoldsAt(now), [.. uses[c.Id.ToString()]]))];
    }
}

/// <summary>A consent of ours.</summary>
/// <param name="Consent">What, for whom, until when.</param>
/// <param name="Holds">Not revoked and not ended.</param>
/// <param name="Uses">When it was used, latest first.</param>
public sealed record GivenConsent(Consent Consent, bool Holds, IReadOnlyList<Instant> Uses);
