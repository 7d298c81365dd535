using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ResilienceMonitor.Platform.Data;

/// <summary>A kind of item a feature adds to the model of a body: its table, its section in the package, its content.</summary>
public abstract record ItemKind(string Section, Type ItemType, Type ContentType)
{
    /// <summary>Lower comes first in packages and imports.</summary>
    public required int Order { get; init; }

    /// <summary>The item that describes the body itself: with it, the body is removed.</summary>
    public bool IsTheBody { get; init; }

    internal abstract void Map(ModelBuilder model, AppDb db);

    internal abstract Task<IReadOnlyList<ModelItem>> Load(AppDb db, Tenancy.BodyId body, CancellationToken ct);

    /// <summary>The items after a key, in the order of their keys.</summary>
    internal abstract Task<IReadOnlyList<ModelItem>> Page(AppDb db, Tenancy.BodyId body, string? after, int limit, CancellationToken ct);

    /// <summary>The tracked row, removed ones included.</summary>
    internal abstract Task<ModelItem?> Find(AppDb db, Tenancy.BodyId body, string key, CancellationToken ct);

    internal abstract ModelItem Make(Tenancy.BodyId body, string key, string json);

    /// <summary>Deletes for good what was removed before a moment.</summary>
    internal abstract Task Purge(AppDb db, Tenancy.BodyId body, NodaTime.Instant before, CancellationToken ct);

    /// <summary>When the last of the items was removed; null: one is there, or there never was any.</summary>
    internal abstract Task<NodaTime.Instant?> RemovedAt(AppDb db, Tenancy.BodyId body, CancellationToken ct);

    /// <summary>Whether there are rows, removed ones included.</summary>
    internal abstract Task<bool> Any(AppDb db, Tenancy.BodyId body, CancellationToken ct);

    /// <summary>Makes the items of a body equal to the wanted ones; returns how many were added, changed or removed.</summary>
    internal abstract Task<int> Replace(AppDb db, Tenancy.BodyId body, IReadOnlyDictionary<string, string> wanted, NodaTime.Instant now, CancellationToken ct);
}

/// <inheritdoc />
public sealed record ItemKind<TItem, TContent>(string Section, Func<Tenancy.BodyId, string, TContent, TItem> New) : ItemKind(Section, typeof(TItem), typeof(TContent))
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

    internal override async Task<IReadOnlyList<ModelItem>> Page(AppDb db, Tenancy.BodyId body, string? after, int limit, CancellationToken ct) =>
        await db.Set<TItem>().AsNoTracking().Where(i => i.BodyId == body && (after == null || string.Compare(i.Key, after) > 0)).OrderBy(i => i.Key).Take(limit).ToListAsync(ct);

    internal override async Task<ModelItem?> Find(AppDb db, Tenancy.BodyId body, string key, CancellationToken ct) =>
        await db.Set<TItem>().IgnoreQueryFilters(["removed"]).FirstOrDefaultAsync(i => i.BodyId == body && i.Key == key, ct);

    internal override ModelItem Make(Tenancy.BodyId body, string key, string json) => New(body, key, CanonicalJson.Read<TContent>(json));

    internal override async Task Purge(AppDb db, Tenancy.BodyId body, NodaTime.Instant before, CancellationToken ct) =>
        db.RemoveRange(await db.Set<TItem>().IgnoreQueryFilters(["removed"]).Where(i => i.BodyId == body && i.RemovedAt < before).OrderBy(i => i.Key).Take(Limits.PurgedRows).ToListAsync(ct));

    internal override async Task<NodaTime.Instant?> RemovedAt(AppDb db, Tenancy.BodyId body, CancellationToken ct) =>
        await db.Set<TItem>().AnyAsync(i => i.BodyId == body, ct) ? null
            : await db.Set<TItem>().IgnoreQueryFilters(["removed"]).Where(i => i.BodyId == body).OrderByDescending(i => i.RemovedAt).Select(i => i.RemovedAt).FirstOrDefaultAsync(ct);

    internal override Task<bool> Any(AppDb db, Tenancy.BodyId body, CancellationToken ct) =>
        db.Set<TItem>().IgnoreQueryFilters(["removed"]).AnyAsync(i => i.BodyId == body, ct);

    internal override async Task<int> Replace(AppDb db, Tenancy.BodyId body, IReadOnlyDictionary<string, string> wanted, NodaTime.Instant now, CancellationToken ct)
    {
        var present = await db.Set<TItem>().IgnoreQueryFilters(["removed"]).Where(i => i.BodyId == body).ToDictionaryAsync(i => i.Key, StringComparer.Ordinal, ct);
        var changes = 0;
        foreach (var (key, json) in wanted)
        {
            if (!present.TryGetValue(key, out var item)) db.Add(Make(body, key, json));
            else if (item.RemovedAt is not null || item.Json != json) (item.Json, item.RemovedAt) = (json, null);
            else continue;
            changes++;
        }

        foreach (var gone in present.Values.Where(i => i.RemovedAt is null && !wanted.ContainsKey(i.Key)))
        {
            gone.RemovedAt = now;
            changes++;
        }

        return changes;
    }
}
