using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Tables.Import;

/// <summary>Loads what tables show of a body: its model, and the catalogue's measures with its own.</summary>
public sealed class TableModel(AppDb db, ModelReader models, MeasureList measures, Actor actor)
{
    internal async Task<Result<LoadedModel>> Load(string bodyKey, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var model = await models.Load(bodyKey, ct);
        if (model.Refusal is { } refusal) return refusal;
        var body = await db.Bodies.AsNoTracking().FirstAsync(b => b.Key == bodyKey, ct);
        var own = await db.Measures.AsNoTracking().Where(m => m.BodyId == body.BodyId).OrderBy(m => m.Key).Take(Limits.ItemsPerKind).Select(m => m.Key).ToListAsync(ct);
        return new LoadedModel(body, model.Value, await measures.Of(body.BodyId, ct), own.ToHashSet(StringComparer.Ordinal));
    }
}
