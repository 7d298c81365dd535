using System.Linq.Expressions;
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
public abstract class AppDb : DbContext
{
    private readonly AppDbParts parts;
    private TenantScope filter;
    private List<BodyId>? reached;

    protected AppDb(DbContextOptions options, AppDbParts parts) : base(options)
    {
        this.parts = parts;
        filter = parts.Walls.Filter ? parts.Actor.Scope : TenantScope.Everything;

        // Both walls are set up in transactions; a lone statement gets one too.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Installation> Installations => Set<Installation>();

    public Actor Actor => parts.Actor;

    internal Walls Walls => parts.Walls;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RecordChanges();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("All input and output is asynchronous: call SaveChangesAsync.");

    /// <summary>
    /// Makes a table part of a body's own: the filter on queries, a foreign key on the tenant, and the mark from which the wall inside the database is built.
    /// </summary>
    /// <param name="entity">The table; its key begins with the body.</param>
    /// <param name="user">An account whose rows can be read by it from anywhere.</param>
    /// <param name="body">A second body that can read the row.</param>
    internal void MapTenant<T>(EntityTypeBuilder<T> entity, Expression<Func<T, Guid?>>? user = null, Expression<Func<T, BodyId?>>? body = null) where T : class, ITenantRow
    {
        Expression<Func<T, bool>> visible = (user, body) switch
        {
            (null, null) => row => filter.All || filter.Bodies.Contains(row.BodyId),
            (_, null) => TenantFilter.Or<T>(row => filter.All || filter.Bodies.Contains(row.BodyId), user, u => filter.User != null && filter.User == u),
            _ => TenantFilter.Or(
                TenantFilter.Or<T>(row => filter.All || filter.Bodies.Contains(row.BodyId), user!, u => filter.User != null && filter.User == u),
                body, b => b != null && filter.Bodies.Contains(b.Value)),
        };
        entity.HasQueryFilter("tenant", visible);
        entity.HasAnnotation(WallTable.Reads, WallTable.ReadsOf(user, body));
        entity.HasOne<Tenant>().WithMany().HasForeignKey(nameof(ITenantRow.BodyId)).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>
    /// A new body on this installation, looked after by the acting one until somebody of its own takes it over. From here on this unit of work reads
    /// it, as the database lets it: the scope of the actor was settled before there was the body.
    /// </summary>
    public BodyId NewTenant()
    {
        var id = BodyId.New();
        if (reached is null) filter = filter with { Bodies = reached = [.. filter.Bodies] };
        reached.Add(id);
        Set<Tenant>().Add(new Tenant { BodyId = id, StewardId = parts.Actor.Scope.Acting, CreatedAt = parts.Clock.GetCurrentInstant() });
        return id;
    }

    /// <summary>Writes into the trail of a body what changes none of its rows but must be known there: a consent was used, data went out.</summary>
    public void Record(BodyId body, string kind, string subject, object content) => Events.Add(new Event
    {
        Id = EventId.New(),
        BodyId = body,
        ChangeId = Guid.CreateVersion7(),
        Position = 0,
        At = parts.Clock.GetCurrentInstant(),
        Actor = parts.Actor.Id,
        Kind = kind,
        Subject = subject,
        After = CanonicalJson.Write(content),
    });

    /// <summary>The tenants themselves: also listed, without anything of theirs, for the house work of the installation.</summary>
    internal void MapTenants(EntityTypeBuilder<Tenant> entity)
    {
        entity.HasQueryFilter("tenant", row => filter.All || filter.ListsTenants || filter.Bodies.Contains(row.BodyId));
        entity.HasAnnotation(WallTable.Reads, WallTable.ReadsOfTenants);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var kind in parts.Kinds.OrderBy(k => k.Order)) kind.Map(modelBuilder, this);
        foreach (var mapping in parts.Mappings) mapping.Map(modelBuilder, this);
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
        var change = Guid.CreateVersion7();
        var position = RecordItems(change);

        // With a tenant goes its trail; what is left of it says so.
        foreach (var entry in Changed<IAudited>().Where(e => e is not { Entity: Tenant, State: EntityState.Deleted })) Events.Add(EventOf(entry, change, position++));
    }

    private List<EntityEntry<T>> Changed<T>() where T : class =>
        [.. ChangeTracker.Entries<T>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private int RecordItems(Guid change)
    {
        var changed = Changed<ModelItem>();
        var position = 0;
        foreach (var entry in changed.OrderBy(e => e.Entity.GetType().Name, StringComparer.Ordinal).ThenBy(e => e.Entity.Key, StringComparer.Ordinal))
        {
            if (entry.State == EntityState.Modified) entry.Entity.RowVersion = entry.OriginalValues.GetValue<int>(nameof(ModelItem.RowVersion)) + 1;
            Events.Add(EventOf(entry, change, position++));
        }

        return position;
    }

    private Event EventOf(EntityEntry<IAudited> entry, Guid change, int position)
    {
        var row = entry.Entity;
        return new Event
        {
            Id = EventId.New(),
            BodyId = row.BodyId,
            ChangeId = change,
            Position = position,
            At = parts.Clock.GetCurrentInstant(),
            Actor = parts.Actor.Id,
            Kind = $"{row.AuditSection}.{row.AuditVerb ?? Verb(entry.State != EntityState.Added, entry.State != EntityState.Deleted)}",
            Subject = row.AuditSubject,
            Before = null,
            After = entry.State == EntityState.Deleted ? null : CanonicalJson.Write(row.AuditContent),
        };
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
            At = parts.Clock.GetCurrentInstant(),
            Actor = parts.Actor.Id,
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
