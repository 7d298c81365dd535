using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Events;

/// <summary>One page of the trail of a body, newest first.</summary>
public sealed class ReadTrail(AppDb db, ActorNames actors, Actor actor)
{
    /// <param name="body">A body within the actor's scope; of any other there is nothing.</param>
    /// <param name="filter">What of it.</param>
    /// <param name="page">From 1 on.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<TrailSheet> Run(BodyId body, TrailFilter filter, int page, CancellationToken ct)
    {
        actor.Must(Trail.View);
        var number = Math.Clamp(page, 1, Limits.TrailPages);
        var events = await Trail.Of(db, body, filter).OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Skip((number - 1) * Limits.HistoryRows).Take(Limits.HistoryRows + 1).ToListAsync(ct);
        var names = await actors.Accounts(events.SelectMany(e => new[] { e.Actor.Value, e.Subject }), ct);
        var sections = await db.Events.AsNoTracking().Where(e => e.BodyId == body).Select(e => e.Kind).Distinct().OrderBy(k => k).Take(Limits.ItemsPerKind).ToListAsync(ct);
        return new TrailSheet(
            [.. events.Take(Limits.HistoryRows).Select(e => new TrailLine(e.At, TrailWords.Of(e), Item(e), Who(e, names)))],
            number,
            events.Count > Limits.HistoryRows && number < Limits.TrailPages,
            [.. sections.Select(k => TrailWords.Parts(k).Section).Distinct()]);
    }

    /// <summary>The trail from a place on, for programs: what happened, but not which person it was.</summary>
    public async Task<IReadOnlyList<Event>> From(BodyId body, EventPlace? place, int limit, CancellationToken ct)
    {
        actor.Must(Trail.View);
        return await EventPlace.From(Trail.Of(db, body, new TrailFilter(null, null)), place).Take(limit).ToListAsync(ct);
    }

    /// <summary>Key of the item an event is about; null: it is about a row that is named by an id, which tells nobody anything, or about a person.</summary>
    public static string? Item(Event happened) => Trail.IsPerson(happened.Subject) || Guid.TryParse(happened.Subject, out _) ? null : happened.Subject;

    // When somebody signs in is nobody else's business: such an event names no person.
    private static string Who(Event happened, IReadOnlyDictionary<string, string> names) =>
        (TrailWords.Parts(happened.Kind).Section == SignInTrail.Section ? null : names.GetValueOrDefault(happened.Actor.Value)) ?? TrailTexts.Get($"actor.{ExportTrail.KindOf(happened.Actor)}");
}

/// <summary>A page of the trail.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Number">From 1 on.</param>
/// <param name="HasMore">There are older ones.</param>
/// <param name="Sections">What the body has had events of.</param>
public sealed record TrailSheet(IReadOnlyList<TrailLine> Lines, int Number, bool HasMore, IReadOnlyList<string> Sections);

/// <summary>One event in words.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happened.</param>
/// <param name="Item">Key of the item; null: it was about no item.</param>
/// <param name="Who">Who did it: a name where there is an account, else what kind of actor.</param>
public sealed record TrailLine(Instant At, string What, string? Item, string Who);
