using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Measures;

/// <summary>Adds a measure of the body's own, or replaces the content of one.</summary>
public sealed class SaveMeasure(AppDb db, Actor actor)
{
    /// <param name="rowVersion">Version the form was filled for; 0 for a new one.</param>
    public async Task<Result<Measure>> Run(string bodyKey, string key, int rowVersion, MeasureContent content, CancellationToken ct)
    {
        actor.Must(MeasuresFeature.Edit);
        if (await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.Key == bodyKey, ct) is not { } body) return Refusal.Of<BodiesTexts>("body.not-found", bodyKey);
        var measure = await db.Measures.FirstOrDefaultAsync(m => m.BodyId == body.BodyId && m.Key == key, ct);
        if ((measure?.RowVersion ?? 0) != rowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        if (measure is null) db.Measures.Add(measure = new Measure { BodyId = body.BodyId, Key = key, Content = content });
        else measure.Content = content;
        await db.SaveChangesAsync(ct);
        return measure;
    }
}
