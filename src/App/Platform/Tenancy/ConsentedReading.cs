using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>
/// The one bridge across the walls. It checks that the consent is for whoever asks and holds now, reads exactly its block in a unit of work of the
/// granting body, and writes the use into that body's trail before anything comes back. Revoked, ended, foreign and missing consents answer alike.
/// </summary>
public sealed class ConsentedReading(AppDb db, UnitsOfWork units, Actor actor, IClock clock)
{
    public async Task<Result<ConsentedContent>> Run(Guid consentId, CancellationToken ct) =>
        await Find(c => c.Id == consentId, ct) is { } consent ? await Read(consent, ct) : NotFound;

    /// <summary>A block of the body that calls itself by this key, from the first consent that was given for it.</summary>
    public async Task<Result<ConsentedContent>> OfBody(string key, string block, CancellationToken ct) =>
        await Find(c => c.GrantorKey == key && c.Block == block, ct) is { } consent ? await Read(consent, ct) : NotFound;

    /// <summary>The consent behind an address, as the side that may look sees it; null: not found.</summary>
    public Task<Consent?> Describe(Guid consentId, CancellationToken ct) => Find(c => c.Id == consentId, ct);

    /// <summary>Keys and names, as they call themselves, of the bodies that let the acting body see a block now. Nothing of theirs is read.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Grantors(string block, CancellationToken ct)
    {
        if (!actor.May(Consents.Offered.Contains(block) ? Consents.UseOffered : Consents.Use) || actor.Scope.Acting is not { } body) return new Dictionary<string, string>();
        var now = clock.GetCurrentInstant();
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.GranteeId == body && c.Block == block && c.RevokedAt == null && c.From <= now && c.Until > now)
            .OrderBy(c => c.From).ThenBy(c => c.Id).Take(Limits.ConsentsListed).Select(c => new { c.GrantorKey, c.GrantorName }).ToListAsync(ct);
        return consents.DistinctBy(c => c.GrantorKey).ToDictionary(c => c.GrantorKey, c => c.GrantorName, StringComparer.Ordinal);
    }

    private static Refusal NotFound => Refusal.Of<ConsentTexts>("consent.not-found");

    private async Task<Consent?> Find(System.Linq.Expressions.Expression<Func<Consent, bool>> which, CancellationToken ct)
    {
        // An adviser is named by the consent itself; for a body only those with the permission look.
        var (all, offered, body, user) = (actor.May(Consents.Use), actor.May(Consents.UseOffered), actor.Scope.Acting, actor.User);
        if (body is null && user is null) return null;
        var now = clock.GetCurrentInstant();
        return await db.Set<Consent>().AsNoTracking().Where(which)
            .Where(c => (body != null && c.GranteeId == body && (all || (offered && Consents.Offered.Contains(c.Block)))) || (user != null && c.AdviserId == user))
            .Where(c => c.RevokedAt == null && c.From <= now && c.Until > now)
            .OrderBy(c => c.From).ThenBy(c => c.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<Result<ConsentedContent>> Read(Consent consent, CancellationToken ct) =>
        await units.RunAs<Inside, ConsentedContent?>(Actor.House(consent.BodyId), inside => inside.Read(consent, ct)) is { } content ? content : NotFound;

    /// <summary>The work inside the granting body.</summary>
    public sealed class Inside(AppDb db, IEnumerable<IConsentedBlock> blocks, IClock clock)
    {
        internal async Task<ConsentedContent?> Read(Consent asked, CancellationToken ct)
        {
            // Once more from the granting side: what counts is what stands there now.
            var consent = await db.Set<Consent>().AsNoTracking().FirstOrDefaultAsync(c => c.BodyId == asked.BodyId && c.Id == asked.Id, ct);
            if (consent?.HoldsAt(clock.GetCurrentInstant()) != true) return null;
            if (blocks.FirstOrDefault(b => b.Covers(consent.Block)) is not { } block || await block.Read(consent.BodyId, consent.Block, ct) is not { } content) return null;
            db.Record(consent.BodyId, Consents.Used, consent.Id.ToString(), new { Grantee = consent.GranteeId?.Value, Adviser = consent.AdviserId, consent.Block });
            await db.SaveChangesAsync(ct);
            return content;
        }
    }
}
