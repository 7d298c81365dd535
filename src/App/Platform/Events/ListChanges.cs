using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Events;

/// <summary>The changes of a body's items, newest first, with the contents before and after.</summary>
public sealed class ListChanges(AppDb db, IEnumerable<ItemKind> kinds, Actor actor)
{
    private static readonly string[] Verbs = ["added", "changed", "removed"];

    public async Task<IReadOnlyList<Event>> Run(BodyId body, EventPlace? from, int limit, CancellationToken ct)
    {
        actor.Must(History.View);
        var wanted = kinds.SelectMany(k => Verbs.Select(v => $"{k.Section}.{v}")).ToList();
        return await EventPlace.From(db.Events.AsNoTracking().Where(e => e.BodyId == body && wanted.Contains(e.Kind)), from).Take(limit).ToListAsync(ct);
    }
}
