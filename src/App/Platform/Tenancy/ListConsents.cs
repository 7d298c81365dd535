using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>What the acting body lets others see, with every use, and what others let it or the person see.</summary>
public sealed class ListConsents(AppDb db, Actor actor, IClock clock)
{
    /// <summary>Newest first, ended ones too: the uses stay traceable.</summary>
    public async Task<IReadOnlyList<GivenConsent>> Given(CancellationToken ct)
    {
        actor.Must(Consents.View);
        var body = actor.Scope.Acting;
        var now = clock.GetCurrentInstant();
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.BodyId == body)
            .OrderByDescending(c => c.From).ThenByDescending(c => c.Id).Take(Limits.HistoryRows).ToListAsync(ct);
        var ids = consents.Select(c => c.Id.ToString()).ToList();
        var uses = (await db.Events.AsNoTracking().Where(e => e.BodyId == body && e.Kind == Consents.Used && ids.Contains(e.Subject))
            .OrderByDescending(e => e.At).Take(Limits.ConsentUses).Select(e => new { e.Subject, e.At }).ToListAsync(ct)).ToLookup(u => u.Subject, u => u.At);
        return [.. consents.Select(c => new GivenConsent(c, c.HoldsAt(now), [.. uses[c.Id.ToString()]]))];
    }

    /// <summary>Those that hold now, by the name of the body.</summary>
    public async Task<IReadOnlyList<Consent>> Received(CancellationToken ct)
    {
        var body = actor.May(Consents.Use) ? actor.Scope.Acting : null;
        var user = actor.User;
        if (body is null && user is null) return [];
        var now = clock.GetCurrentInstant();
        var consents = await db.Set<Consent>().AsNoTracking()
            .Where(c => (body != null && c.GranteeId == body) || (user != null && c.AdviserId == user))
            .Where(c => c.RevokedAt == null && c.From <= now && c.Until > now)
            .OrderBy(c => c.GrantorName).ThenBy(c => c.Block).Take(Limits.ConsentsPerBody).ToListAsync(ct);
        return [.. consents.OrderBy(c => c.GrantorName, GermanOrder.Comparer)];
    }
}

/// <summary>A consent of ours.</summary>
/// <param name="Consent">What, for whom, until when.</param>
/// <param name="Holds">Not revoked and not ended.</param>
/// <param name="Uses">When it was used, latest first.</param>
public sealed record GivenConsent(Consent Consent, bool Holds, IReadOnlyList<Instant> Uses);
