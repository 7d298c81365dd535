using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ResilienceMonitor.Platform.Data;

/// <summary>A kind of item a feature adds to the model of a body: its table, its section in the package, its content.</summary>
public abstract record ItemKind(string Section, Type ItemType)
{
    /// <summary>Lower comes first in packages and imports.</summary>
    public required int Order { get; init; }

    internal abstract void Map(ModelBuilder model, AppDb db);

    internal abstract Task<IReadOnlyList<ModelItem>> Load(AppDb db, Tenancy.BodyId body, CancellationToken ct);

    internal abstract ModelItem Make(Tenancy.BodyId body, string key, string json);
}

/// <inheritdoc />
public sealed record ItemKind<TItem, TContent>(string Section, Func<Tenancy.BodyId, string, TContent, TItem> New) : ItemKind(Section, typeof(TItem))
    where TItem : ModelItem<TContent>
    where TContent : ItemContent
{
    internal override void Map(ModelBuilder model, AppDb db)
    {
        EntityTypeBuilder<TItem> entity = model.Entity<TItem>();
        entity.ToTable(Section);
        entity.HasKey(i => new { i.BodyId, i.Key });
        entity.Property(i => i.Key).HasMaxLength(Limits.KeyLength);
        entity.Property(i => i.RowVersion).IsConcurrencyToken();
        entity.Property(i => i.Content).HasColumnName("content")
            .HasConversion(c => CanonicalJson.Write(c), s => CanonicalJson.Read<TContent>(s));
        entity.Ignore(i => i.Json);
        entity.HasQueryFilter("removed", i => i.RemovedAt == null);
        db.MapTenant(entity);
    }

    internal override async Task<IReadOnlyList<ModelItem>> Load(AppDb db, Tenancy.BodyId body, CancellationToken ct) =>
        await db.Set<TItem>().AsNoTracking().Where(i => i.BodyId == body).OrderBy(i => i.Key).Take(Limits.ItemsPerKind).ToListAsync(ct);

    internal override ModelItem Make(Tenancy.BodyId body, string key, string json) => New(body, key, CanonicalJson.Read<TContent>(json));
}
