using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services;

internal sealed class ServicesMapping : IMapping
{
    public void Map(ModelBuilder model, AppDb db) => model.Entity<Snapshot>(e =>
    {
        e.ToTable("snapshots");
        e.HasKey(s => new { s.BodyId, s.Hash });
        e.Property(s => s.Hash).HasMaxLength(64);
        db.MapTenant(e);
    });
}
