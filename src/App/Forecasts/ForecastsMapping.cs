using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Forecasts;

internal sealed class ForecastsMapping : IMapping
{
    public void Map(ModelBuilder model, AppDb db) => model.Entity<Forecast>(e =>
    {
        e.ToTable("forecasts");
        e.HasKey(f => new { f.BodyId, f.Id });
        e.HasIndex(f => new { f.BodyId, f.InputHash });
        e.Property(f => f.Kind).HasMaxLength(Limits.KeyLength);
        e.Property(f => f.Subject).HasMaxLength(Limits.KeyLength);
        e.Property(f => f.Scenario).HasMaxLength(Limits.KeyLength);
        e.Property(f => f.Provider).HasMaxLength(Limits.KeyLength);
        e.Property(f => f.EngineVersion).HasMaxLength(Limits.KeyLength);
        e.Property(f => f.InputHash).HasMaxLength(64);
        db.MapTenant(e);
    });
}
