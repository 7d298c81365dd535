using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>A link that lets somebody in: once, as a member with roles; or, for respondents, until it ends and without an account.</summary>
public sealed class Invitation : IAudited
{
    public required BodyId BodyId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the link, hexadecimal.</summary>
    public required string SecretHash { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Personal: what the administrator wrote down to remember whom it is for.</summary>
    public string? Note { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant EndsAt { get; init; }

    public Instant? UsedAt { get; set; }

    public Instant? RevokedAt { get; set; }

    string IAudited.AuditSection => "invitations";

    string IAudited.AuditSubject => Id.ToString();

    object? IAudited.AuditContent => new { Roles, EndsAt = EndsAt.ToString(), UsedAt = UsedAt?.ToString(), RevokedAt = RevokedAt?.ToString() };
}
