using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Tenancy;

internal sealed class TenancyMapping : IMapping
{
    public void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Tenant>(e =>
        {
            e.ToTable("tenants");
            e.HasKey(t => t.BodyId);
            e.HasIndex(t => t.StewardId);
            db.MapTenants(e);
        });
        model.Entity<Consent>(e =>
        {
            e.ToTable("consents");
            e.HasKey(c => new { c.BodyId, c.Id });
            e.HasIndex(c => c.GranteeId);
            e.HasIndex(c => c.AdviserId);
            e.Property(c => c.GrantorName).HasMaxLength(Limits.NameLength);
            e.Property(c => c.GrantorKey).HasMaxLength(Limits.KeyLength);
            e.Property(c => c.GranteeName).HasMaxLength(Limits.NameLength);
            e.Property(c => c.Block).HasMaxLength(Limits.NameLength);
            e.Property(c => c.Purpose).HasMaxLength(Limits.ReasonLength);
            db.MapTenant(e, user: c => c.AdviserId, body: c => c.GranteeId);
        });
    }
}
