using NodaTime;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>
/// That a body exists on this installation, apart from anything it knows. Until somebody of the body itself has an account, the body that entered it
/// looks after it; from then on that body sees only what it is allowed.
/// </summary>
public sealed class Tenant : IAudited
{
    public required BodyId BodyId { get; init; }

    /// <summary>Who entered it and looks after it until <see cref="ClaimedAt"/>.</summary>
    public BodyId? StewardId { get; set; }

    /// <summary>When the first person of the body itself took it over.</summary>
    public Instant? ClaimedAt { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Given where a body that was removed then is reduced to this row; it stands in the trail only.</summary>
    internal Instant? RemovedAt { get; init; }

    string IAudited.AuditSection => "tenants";

    string? IAudited.AuditVerb => RemovedAt is null ? null : "purged";

    string IAudited.AuditSubject => BodyId.ToString();

    object? IAudited.AuditContent => RemovedAt is { } at ? new { RemovedAt = at.ToString() } : new { Steward = StewardId?.Value, ClaimedAt = ClaimedAt?.ToString() };
}
