using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Forecasts.Regions.Outlines;

/// <summary>Outlines a body brought for its region: kept as they are drawn, not as they came.</summary>
public sealed class RegionOutlines(AppDb db, KeepFile keep, Actor actor, IClock clock)
{
    private const string MediaType = "application/geo+json";
    private const string Name = "outlines";
    private static readonly Duration Kept = Duration.FromDays(3_653);

    /// <summary>Takes the place of those there were.</summary>
    public async Task<Result<int>> Keep(BodyId body, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        var read = OutlineFile.Read(file);
        if (read.Refusal is { } refusal) return refusal;
        await Remove(body, ct);
        var stored = await keep.Run(body, Name, MediaType, System.Text.Encoding.UTF8.GetBytes(CanonicalJson.Write(read.Value)), Kept, ct);
        return stored.Refusal is { } full ? full : read.Value.Count;
    }

    /// <summary>Those of a body; none: it brought none.</summary>
    public async Task<IReadOnlyList<Outline>> Of(BodyId body, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var now = clock.GetCurrentInstant();
        var file = await db.Set<StoredFile>().AsNoTracking().Where(f => f.BodyId == body && f.MediaType == MediaType && f.Name == Name && f.EndsAt > now)
            .OrderByDescending(f => f.CreatedAt).Select(f => f.Bytes).FirstOrDefaultAsync(ct);
        return file is null ? [] : CanonicalJson.Read<IReadOnlyList<Outline>>(System.Text.Encoding.UTF8.GetString(file));
    }

    public async Task Remove(BodyId body, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        db.RemoveRange(await db.Set<StoredFile>().Where(f => f.BodyId == body && f.MediaType == MediaType && f.Name == Name).OrderBy(f => f.CreatedAt).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }
}
