using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Services;

/// <summary>Keeps model states under their hash; the same state is kept once.</summary>
public sealed class SnapshotStore(AppDb db, Actor actor, IClock clock)
{
    public async Task<string> Keep(BodyId owner, BodyModel model, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var (hash, packed) = SnapshotJson.Pack(model);
        if (!await db.Snapshots.AnyAsync(s => s.BodyId == owner && s.Hash == hash, ct))
        {
            db.Snapshots.Add(new Snapshot { BodyId = owner, Hash = hash, Packed = packed, CreatedAt = clock.GetCurrentInstant() });
            await db.SaveChangesAsync(ct);
        }

        return hash;
    }

    public async Task<BodyModel?> Find(BodyId owner, string hash, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var packed = await db.Snapshots.AsNoTracking().Where(s => s.BodyId == owner && s.Hash == hash).Select(s => s.Packed).FirstOrDefaultAsync(ct);
        return packed is null ? null : SnapshotJson.Unpack(packed);
    }
}
