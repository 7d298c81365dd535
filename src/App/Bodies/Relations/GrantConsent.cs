using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Relations;

/// <summary>
/// Lets another body or one adviser see one block of the acting body, for a purpose and a time. Whether the code or the account named exists is not
/// told: the answer is always the same, and a consent for nobody is of no use to anybody.
/// </summary>
public sealed class GrantConsent(AppDb db, IEnumerable<IConsentedBlock> blocks, Actor actor, IClock clock)
{
    public async Task<Result<Guid>> Run(ConsentRequest request, CancellationToken ct)
    {
        actor.Must(Consents.Edit);
        if (actor.Scope.Acting is not { } own || await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.BodyId == own, ct) is not { } body)
            return Refusal.Of<PeopleTexts>("people.no-body");
        var now = clock.GetCurrentInstant();
        var longest = request.ForAdviser ? Consents.LongestForAdvisers : Consents.Longest;
        if (request.Until <= now || request.Until > now + longest) return Refusal.Of<ConsentTexts>("consent.until", (int)longest.TotalDays);
        var grantee = request.ForAdviser ? null : BodyCode.Read(request.Grantee);
        if (!request.ForAdviser && (grantee is null || grantee == own)) return Refusal.Of<ConsentTexts>("consent.code");
        if (blocks.FirstOrDefault(b => b.Covers(request.Block)) is not { } block || await block.Read(own, request.Block, ct) is null) return Refusal.Of<ConsentTexts>("consent.block");
        if (await db.Set<Consent>().CountAsync(c => c.BodyId == own && c.RevokedAt == null && c.Until > now, ct) >= Limits.ConsentsPerBody)
            return Refusal.Of<ConsentTexts>("consent.too-many", Limits.ConsentsPerBody);
        var consent = new Consent
        {
            BodyId = own,
            Id = Guid.CreateVersion7(),
            GranteeId = grantee,
            AdviserId = request.ForAdviser ? await AccountOf(request.Grantee, ct) : null,
            GrantorName = body.DisplayName,
            GrantorKey = body.Key,
            GranteeName = request.GranteeName,
            Block = request.Block,
            Purpose = request.Purpose,
            From = now,
            Until = request.Until,
        };
        db.Set<Consent>().Add(consent);
        await db.SaveChangesAsync(ct);
        return consent.Id;
    }

    // An id that belongs to nobody when there is no such account.
    private async Task<Guid> AccountOf(string typed, CancellationToken ct)
    {
        var name = typed.Trim().ToUpperInvariant();
        var found = await db.Set<User>().AsNoTracking().Where(u => u.NormalizedUserName == name || u.NormalizedEmail == name)
            .OrderBy(u => u.Id).Take(2).Select(u => u.Id).ToListAsync(ct);
        return found is [var only] ? only : Guid.CreateVersion7();
    }
}

/// <summary>Whom to let see what.</summary>
/// <param name="ForAdviser">One person instead of a body.</param>
/// <param name="Grantee">Code of the other body, or user name or e-mail address of the adviser.</param>
/// <param name="GranteeName">How the own people call them.</param>
/// <param name="Block">See <see cref="Consent.Block"/>.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Until">Until when.</param>
public sealed record ConsentRequest(bool ForAdviser, string Grantee, string GranteeName, string Block, string Purpose, Instant Until);
