using NodaTime;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>
/// What one body lets another body, or one named adviser, see of it: one block of content, for a purpose, until a date. Made and revoked by the
/// body whose content it is; every use is written into that body's trail.
/// </summary>
public sealed class Consent : ITenantRow, IAudited
{
    /// <summary>The body that lets see.</summary>
    public required BodyId BodyId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The body that may look; null: an adviser.</summary>
    public BodyId? GranteeId { get; init; }

    /// <summary>The account of the adviser who may look (Beratungsfreigabe); null: everybody of the other body who may use consents.</summary>
    public Guid? AdviserId { get; init; }

    /// <summary>Name of the granting body as the other side reads it.</summary>
    public required string GrantorName { get; init; }

    /// <summary>Key of the granting body as the other side refers to it.</summary>
    public required string GrantorKey { get; init; }

    /// <summary>Name of the other body, or of the adviser, as the granting side reads it.</summary>
    public required string GranteeName { get; init; }

    /// <summary>The block: <c>profile</c>, <c>model</c>, <c>results</c>, <c>templates</c>, or one item such as <c>services/identity-card</c>.</summary>
    public required string Block { get; init; }

    public required string Purpose { get; init; }

    public required Instant From { get; init; }

    public required Instant Until { get; init; }

    public Instant? RevokedAt { get; set; }

    public bool HoldsAt(Instant now) => RevokedAt is null && From <= now && now < Until;

    string IAudited.AuditSection => "consents";

    string IAudited.AuditSubject => Id.ToString();

    object? IAudited.AuditContent => new { Grantee = GranteeId?.Value, Adviser = AdviserId, Block, Purpose, From = From.ToString(), Until = Until.ToString(), RevokedAt = RevokedAt?.ToString() };
}
