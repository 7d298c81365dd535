using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Tables.Import;

/// <summary>What a heading in the lists of a body means, as somebody there has said once.</summary>
public sealed class KnownHead : IAudited
{
    /// <summary>The column is not taken over.</summary>
    public const string Ignored = "";

    /// <summary>Characters of a folded heading that are compared.</summary>
    public const int HeadLength = 100;

    public required BodyId BodyId { get; init; }

    /// <summary>Kind of list: the table it holds.</summary>
    public required string Table { get; init; }

    /// <summary>The heading, folded.</summary>
    public required string Head { get; init; }

    /// <summary>Key of the column it means, or <see cref="Ignored"/>.</summary>
    public required string Column { get; set; }

    public required Instant ChangedAt { get; set; }

    string IAudited.AuditSection => "known-heads";

    string IAudited.AuditSubject => $"{Table}/{Head}";

    object? IAudited.AuditContent => new { Column };
}

internal sealed class TablesMapping : IMapping
{
    public void Map(ModelBuilder model, AppDb db) => model.Entity<KnownHead>(e =>
    {
        e.ToTable("known_heads");
        e.HasKey(h => new { h.BodyId, h.Table, h.Head });
        e.Property(h => h.Table).HasMaxLength(Limits.KeyLength);
        e.Property(h => h.Head).HasMaxLength(KnownHead.HeadLength);
        e.Property(h => h.Column).HasMaxLength(Limits.KeyLength);
        db.MapTenant(e);
    });
}
