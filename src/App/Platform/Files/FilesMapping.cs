using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Files;

internal sealed class FilesMapping : IMapping
{
    private const int HashLength = 64;

    public void Map(ModelBuilder model, AppDb db) => model.Entity<StoredFile>(e =>
    {
        e.ToTable("files");
        e.HasKey(f => new { f.BodyId, f.Id });
        e.HasIndex(f => new { f.BodyId, f.Hash });
        e.Property(f => f.Hash).HasMaxLength(HashLength);
        e.Property(f => f.Name).HasMaxLength(Limits.NameLength);
        e.Property(f => f.MediaType).HasMaxLength(Limits.KeyLength);
        db.MapTenant(e);
    });
}
