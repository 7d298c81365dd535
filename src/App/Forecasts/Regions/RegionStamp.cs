using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Forecasts.Regions;

/// <summary>
/// Names everything that what is shown of a region is made from, without reading the models: a district of sixty bodies has ten thousand items. Every
/// change of an item writes an event in its transaction, so the number of these events and the last moment of one tell whether anything changed.
/// </summary>
public sealed class RegionStamp(AppDb db, ModelReader models, ReferenceData reference, IEnumerable<ItemKind> kinds)
{
    private static readonly string[] Verbs = ["added", "changed", "removed", "purged"];

    /// <summary>A hash; null if a member lends its model, because what lent models say is never kept and their changes are not seen here.</summary>
    internal async Task<string?> Of(OutageSubject subject, Selection selection, CancellationToken ct)
    {
        var known = await models.Known(subject.Members, ct);
        var bodies = await db.Bodies.AsNoTracking().OrderBy(b => b.Key).Select(b => b.Key).ToListAsync(ct);
        if (known.Except(bodies, StringComparer.Ordinal).Any()) return null;
        var changes = kinds.SelectMany(k => Verbs.Select(v => $"{k.Section}.{v}")).ToList();
        var events = db.Set<Event>().AsNoTracking().Where(e => changes.Contains(e.Kind));
        var made = CanonicalJson.Write(new
        {
            subject.Key,
            known,
            bodies,
            count = await events.LongCountAsync(ct),
            last = (await events.MaxAsync(e => (NodaTime.Instant?)e.At, ct))?.ToString(),
            selection = selection with { Threads = 0 },
            catalogues = reference.Hash,
            OutageStart.Year,
            engine = OutageSimulation.EngineVersion,
            steps = RegionSteps.Hours,
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)));
    }
}
