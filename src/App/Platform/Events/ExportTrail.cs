using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Events;

/// <summary>
/// Gives the whole trail of a body out, oldest first, as JSON lines or CSV; that it was given out stands in it too. It says what kind of actor did
/// something but not which person: a table of a program must not become a record of what somebody got done. The page names the person of each event.
/// </summary>
public sealed class ExportTrail(AppDb db, Actor actor, IClock clock)
{
    public async Task<Result<ExportedTrail>> Run(BodyId body, TrailFormat format, CancellationToken ct)
    {
        actor.Must(Trail.Export);
        if (FreshSignIn.Must(actor, clock) is { } stale) return stale;
        if (!await db.Set<Tenant>().AnyAsync(t => t.BodyId == body, ct)) return Refusal.Of<TrailTexts>("trail.not-found");
        db.Record(body, "trail.exported", format.ToString(), new { Format = format });
        await db.SaveChangesAsync(ct);
        return new ExportedTrail(Lines(body, format, ct));
    }

    /// <summary>What kind of actor: <c>person</c>, <c>token</c>, <c>link</c>, <c>local</c> or <c>system</c>.</summary>
    public static string KindOf(ActorId actor) => actor.Value.Split(':')[0] switch { "user" => "person", "token" => "token", "link" => "link", "local" => "local", "operator" => "operator", _ => "system" };

    private async IAsyncEnumerable<string> Lines(BodyId body, TrailFormat format, [EnumeratorCancellation] CancellationToken ct)
    {
        if (format == TrailFormat.Csv) yield return "id;change;at;kind;item;actor;before;after";
        await foreach (var e in db.Events.AsNoTracking().Where(e => e.BodyId == body).OrderBy(e => e.At).ThenBy(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
            yield return format == TrailFormat.Csv ? Csv(e) : CanonicalJson.Write(new
            {
                id = e.Id.Value,
                change = e.ChangeId,
                at = InstantPattern.ExtendedIso.Format(e.At),
                e.Kind,
                item = e.Subject,
                actor = KindOf(e.Actor),
                e.Before,
                e.After,
            });
    }

    private static string Csv(Event e) => string.Join(';', new[]
    {
        e.Id.Value.ToString(), e.ChangeId.ToString(), InstantPattern.ExtendedIso.Format(e.At), e.Kind, e.Subject, KindOf(e.Actor), e.Before ?? "", e.After ?? "",
    }.Select(f => $"\"{SpreadsheetText.Neutralise(f).Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}

/// <summary>The lines as they are read from the database.</summary>
public sealed record ExportedTrail(IAsyncEnumerable<string> Lines);

/// <summary>In which form a trail is given out.</summary>
public enum TrailFormat
{
    JsonLines,
    Csv,
}
