using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The roles of an account in a body.</summary>
public sealed class Member : IAudited
{
    public required BodyId BodyId { get; init; }

    public required Guid UserId { get; init; }

    public required IReadOnlyList<Role> Roles { get; set; }

    public required Instant Since { get; init; }

    /// <summary>True when the roles follow from groups of the identity provider, and change with them.</summary>
    public bool FromGroups { get; init; }

    public int RowVersion { get; set; } = 1;

    string IAudited.AuditSection => "members";

    string IAudited.AuditSubject => ActorId.Of(UserId).Value;

    object? IAudited.AuditContent => new { Roles };
}
