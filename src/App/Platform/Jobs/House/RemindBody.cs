using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs.House;

/// <summary>Every night: puts the reminders of a body in line with their reasons.</summary>
public sealed class RemindBody : IJobKind
{
    private static readonly Duration Soon = Duration.FromDays(14);
    private static readonly Duration Shown = Duration.FromDays(30);
    private static readonly Duration LongAgo = Duration.FromDays(365);

    public string Name => "house.remind";

    public bool Heavy => false;

    public string? Calendar => "0 45 1 * * ?";

    public async Task<Refusal?> Run(JobContext job, IProgress<double> progress, CancellationToken ct)
    {
        var db = job.Get<AppDb>();
        var now = job.Get<IClock>().GetCurrentInstant();
        var wanted = await EndingConsents(db, job.BodyId, now, ct);
        if (await OldModel(db, job.BodyId, now, ct) is { } old) wanted.Add(old);
        var present = await db.Set<Notice>().Where(n => n.BodyId == job.BodyId).OrderBy(n => n.CreatedAt).Take(Limits.PurgedRows).ToListAsync(ct);

        // Written when it happened; here they only stay for a while.
        wanted.AddRange(present.Where(p => p.Kind is Notice.BreakGlassUsed or Notice.BreakGlassMade && now - p.Date <= Shown));
        db.RemoveRange(present.Where(p => !wanted.Any(w => Same(p, w))));
        db.AddRange(wanted.Where(w => !present.Any(p => Same(p, w))));
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static bool Same(Notice a, Notice b) => a.Kind == b.Kind && a.Subject == b.Subject && a.Date == b.Date;

    private static async Task<List<Notice>> EndingConsents(AppDb db, BodyId body, Instant now, CancellationToken ct)
    {
        var soon = now + Soon;
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.BodyId == body && c.RevokedAt == null && c.Until > now && c.Until <= soon)
            .OrderBy(c => c.Until).Take(Limits.Notices).ToListAsync(ct);
        return [.. consents.Select(c => New(body, Notice.ConsentEndsSoon, c.Id.ToString(), c.GranteeName, c.Until, now))];
    }

    // What the program itself does in the house is no looking at the model.
    private static async Task<Notice?> OldModel(AppDb db, BodyId body, Instant now, CancellationToken ct)
    {
        var house = Actor.System.Id;
        var last = await db.Events.AsNoTracking().Where(e => e.BodyId == body && e.Actor != house).OrderByDescending(e => e.At).Select(e => (Instant?)e.At).FirstOrDefaultAsync(ct);
        return last is { } looked && now - looked > LongAgo ? New(body, Notice.ModelNotLookedAt, "model", null, looked, now) : null;
    }

    private static Notice New(BodyId body, string kind, string subject, string? name, Instant date, Instant now) =>
        new() { BodyId = body, Id = Guid.CreateVersion7(), Kind = kind, Subject = subject, Name = name, Date = date, CreatedAt = now };
}
