using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Measures;

/// <summary>The measures of a body: the catalogue's, and its own, which replace a catalogue measure of the same key.</summary>
public sealed class MeasureList(AppDb db, Actor actor, ReferenceData reference)
{
    public async Task<IReadOnlyDictionary<string, MeasureContent>> Of(BodyId? body, CancellationToken ct)
    {
        actor.Must(MeasuresFeature.View);
        var all = new SortedDictionary<string, MeasureContent>(MeasureCatalogue.From(reference).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        if (body is { } id)
            foreach (var own in await db.Measures.AsNoTracking().Where(m => m.BodyId == id).OrderBy(m => m.Key).Take(Limits.ItemsPerKind).ToListAsync(ct))
                all[own.Key] = own.Content;
        return all;
    }
}
