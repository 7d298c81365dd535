using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using EventId = ResilienceMonitor.Platform.Events.EventId;

namespace ResilienceMonitor.Platform.Data;

/// <summary>
/// The database of an installation. It knows no feature: features bring their tables. Every change of a model item
/// is recorded as an event in the same transaction, whoever makes it, so the history cannot have gaps.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, IEnumerable<ItemKind> kinds, IEnumerable<IMapping> mappings, Actor actor, IClock clock)
    : DbContext(options)
{
    private readonly TenantScope scope = actor.Scope;

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Installation> Installations => Set<Installation>();

    public Actor Actor => actor;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RecordChanges();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("All input and output is asynchronous: call SaveChangesAsync.");

    internal void MapTenant<T>(EntityTypeBuilder<T> entity) where T : class, ITenantRow =>
        entity.HasQueryFilter("tenant", row => scope.All || scope.Bodies.Contains(row.BodyId));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var kind in kinds.OrderBy(k => k.Order)) kind.Map(modelBuilder, this);
        foreach (var mapping in mappings) mapping.Map(modelBuilder, this);
        modelBuilder.Entity<Installation>(e => { e.ToTable("installation"); e.HasKey(i => i.Id); e.Property(i => i.Id).ValueGeneratedNever(); });
        modelBuilder.Entity<Event>(e =>
        {
            e.ToTable("events");
            e.HasKey(x => new { x.BodyId, x.Id });
            e.HasIndex(x => new { x.BodyId, x.Subject });
            e.HasIndex(x => new { x.BodyId, x.ChangeId });
            e.Property(x => x.Kind).HasMaxLength(Limits.KeyLength);
            e.Property(x => x.Subject).HasMaxLength(Limits.KeyLength);
            MapTenant(e);
        });
        SnakeCase.Apply(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<BodyId>().HaveConversion<BodyIdConverter>();
        configurationBuilder.Properties<EventId>().HaveConversion<EventIdConverter>();
        configurationBuilder.Properties<ActorId>().HaveConversion<ActorIdConverter>().HaveMaxLength(Limits.KeyLength);
    }

    private void RecordChanges()
    {
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker.Entries<ModelItem>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Count == 0) return;
        var change = Guid.CreateVersion7();
        var position = 0;
        foreach (var entry in changed.OrderBy(e => e.Entity.GetType().Name, StringComparer.Ordinal).ThenBy(e => e.Entity.Key, StringComparer.Ordinal))
        {
            if (entry.State == EntityState.Modified) entry.Entity.RowVersion = entry.OriginalValues.GetValue<int>(nameof(ModelItem.RowVersion)) + 1;
            Events.Add(EventOf(entry, change, position++));
        }
    }

    private Event EventOf(EntityEntry<ModelItem> entry, Guid change, int position)
    {
        var item = entry.Entity;
        var wasThere = entry.State != EntityState.Added && entry.OriginalValues[nameof(ModelItem.RemovedAt)] is null;
        var isThere = entry.State != EntityState.Deleted && item.RemovedAt is null;
        return new Event
        {
            Id = EventId.New(),
            BodyId = item.BodyId,
            ChangeId = change,
            Position = position,
            At = clock.GetCurrentInstant(),
            Actor = actor.Id,
            Kind = $"{entry.Metadata.GetTableName()}.{Verb(wasThere, isThere)}",
            Subject = item.Key,
            Before = wasThere ? CanonicalJson.Write(entry.OriginalValues["Content"]) : null,
            After = isThere ? item.Json : null,
        };
    }

    private static string Verb(bool wasThere, bool isThere) => (wasThere, isThere) switch
    {
        (false, true) => "added",
        (true, false) => "removed",
        (true, true) => "changed",
        (false, false) => "purged",
    };

    // Microseconds since 1970, on both databases alike.
    private sealed class InstantConverter() : ValueConverter<Instant, long>(
        i => i.ToUnixTimeTicks() / 10, v => Instant.FromUnixTimeTicks(v * 10));

    private sealed class BodyIdConverter() : ValueConverter<BodyId, Guid>(i => i.Value, v => new BodyId(v));

    private sealed class EventIdConverter() : ValueConverter<EventId, Guid>(i => i.Value, v => new EventId(v));

    private sealed class ActorIdConverter() : ValueConverter<ActorId, string>(i => i.Value, v => new ActorId(v));
}
