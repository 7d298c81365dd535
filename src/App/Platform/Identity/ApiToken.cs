using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>A key for programs: for one body, with some of the permissions of the roles it was given.</summary>
public sealed class ApiToken : IAudited
{
    public required BodyId BodyId { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret part, hexadecimal.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Codes of permissions.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The account that made it; the token can do no more than that account now can.</summary>
    public required Guid CreatedBy { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant EndsAt { get; init; }

    public Instant? RevokedAt { get; set; }

    /// <summary>Kept to the day.</summary>
    public Instant? LastUsedAt { get; set; }

    string IAudited.AuditSection => "tokens";

    string IAudited.AuditSubject => Id.ToString();

    object? IAudited.AuditContent => new { Name, Scopes, EndsAt = EndsAt.ToString(), RevokedAt = RevokedAt?.ToString() };
}
