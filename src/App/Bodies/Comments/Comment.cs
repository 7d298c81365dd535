using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Comments;

/// <summary>What somebody noted about an item of a body's model. It is no part of the model: results and snapshots do not know it.</summary>
public sealed class Comment : IAudited
{
    public required BodyId BodyId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Section of the item, such as <c>services</c>.</summary>
    public required string Section { get; init; }

    /// <summary>Key of the item.</summary>
    public required string ItemKey { get; init; }

    public required string Text { get; init; }

    /// <summary>Who wrote it; only they take it back.</summary>
    public required ActorId Author { get; init; }

    public required Instant CreatedAt { get; init; }

    string IAudited.AuditSection => "comments";

    string IAudited.AuditSubject => ItemKey;

    // Not its words: a comment that was taken back must not live on in the trail.
    object? IAudited.AuditContent => new { Comment = Id, Section };
}

internal sealed class CommentsMapping : IMapping
{
    public void Map(ModelBuilder model, AppDb db) => model.Entity<Comment>(e =>
    {
        e.ToTable("comments");
        e.HasKey(c => new { c.BodyId, c.Id });
        e.HasIndex(c => new { c.BodyId, c.Section, c.ItemKey });
        e.Property(c => c.Section).HasMaxLength(Limits.KeyLength);
        e.Property(c => c.ItemKey).HasMaxLength(Limits.KeyLength);
        e.Property(c => c.Text).HasMaxLength(Limits.CommentLength);
        db.MapTenant(e);
    });
}
