using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Jobs;

internal sealed class JobsMapping : IMapping
{
    private const int CultureLength = 20;

    public void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Job>(e =>
        {
            e.ToTable("jobs");
            e.HasKey(j => new { j.BodyId, j.Id });
            e.Property(j => j.Kind).HasMaxLength(Limits.KeyLength);
            e.Property(j => j.Key).HasMaxLength(Limits.KeyLength);
            e.Property(j => j.Culture).HasMaxLength(CultureLength);
            e.Property(j => j.Refusal).HasMaxLength(Limits.KeyLength);
            e.Property(j => j.State).HasConversion<string>().HasMaxLength(CultureLength);
            e.Property(j => j.RowVersion).IsConcurrencyToken();

            // The same work asked for twice at the same moment, on two nodes: the second one finds the first.
            e.HasIndex(j => new { j.BodyId, j.Key }).IsUnique().HasFilter("ended_at IS NULL");
            e.HasIndex(j => new { j.BodyId, j.EndedAt });
            db.MapTenant(e);
        });
        model.Entity<Notice>(e =>
        {
            e.ToTable("notices");
            e.HasKey(n => new { n.BodyId, n.Id });
            e.Property(n => n.Kind).HasMaxLength(Limits.KeyLength);
            e.Property(n => n.Subject).HasMaxLength(Limits.KeyLength);
            e.Property(n => n.Name).HasMaxLength(Limits.NameLength);
            db.MapTenant(e);
        });
    }
}
