using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Events;

/// <summary>
/// Permissions of the trail, and the one query on it. It can be narrowed to a kind and to an item, never to a person: it shows what happened to the
/// body and is no record of what somebody got done.
/// </summary>
public static class Trail
{
    public static readonly Permission View = new("trail.view", Roles.People);
    public static readonly Permission Export = new("trail.export", Role.BodyAdministrator, Role.ContinuityOfficer, Role.Auditor) { PeopleOnly = true };

    internal static IQueryable<Event> Of(AppDb db, BodyId body, TrailFilter filter)
    {
        var (section, item) = (filter.Section is { Length: > 0 } s ? s + "." : null, filter.Item is { Length: > 0 } i && !IsPerson(i) ? i : null);
        return db.Events.AsNoTracking().Where(e => e.BodyId == body)
            .Where(e => section == null || e.Kind.StartsWith(section))
            .Where(e => item == null || e.Subject == item);
    }

    internal static bool IsPerson(string subject) => subject.StartsWith("user:", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What of a trail is shown.</summary>
/// <param name="Section">First part of the kinds, for example <c>services</c>; null: all.</param>
/// <param name="Item">Key of an item; null: all. An account is no item.</param>
public sealed record TrailFilter(string? Section, string? Item);
