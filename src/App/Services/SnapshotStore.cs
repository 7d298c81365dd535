using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Services;

/// <summary>Keeps model states under their hash; the same state is kept once.</summary>
public sealed class SnapshotStore(AppDb db, Actor actor, IClock clock)
{
    /// <summary>Adds the states that are not kept yet to the unit of work of the caller, who saves.</summary>
    public async Task Add(BodyId owner, IEnumerable<BodyModel> models, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var packed = models.Select(SnapshotJson.Pack).ToDictionary(p => p.Hash, p => p.Packed, StringComparer.Ordinal);
        var hashes = packed.Keys.ToList();
        var kept = await db.Snapshots.Where(s => s.BodyId == owner && hashes.Contains(s.Hash)).Select(s => s.Hash).ToListAsync(ct);
        var now = clock.GetCurrentInstant();
        foreach (var hash in hashes.Except(kept)) db.Snapshots.Add(new Snapshot { BodyId = owner, Hash = hash, Packed = packed[hash], CreatedAt = now });
    }

    public async Task<BodyModel?> Find(BodyId owner, string hash, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var packed = await db.Snapshots.AsNoTracking().Where(s => s.BodyId == owner && s.Hash == hash).Select(s => s.Packed).FirstOrDefaultAsync(ct);
        return packed is null ? null : SnapshotJson.Unpack(packed);
    }
}
