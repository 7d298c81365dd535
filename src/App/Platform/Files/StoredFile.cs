using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Files;

/// <summary>A file somebody handed in, in the database: whichever node answers next can read it.</summary>
public sealed class StoredFile : IAudited
{
    public required BodyId BodyId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the bytes, hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required byte[] Bytes { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>From then on nobody can read it, and the house work deletes it.</summary>
    public required Instant EndsAt { get; init; }

    string IAudited.AuditSection => "files";

    string IAudited.AuditSubject => Id.ToString();

    object? IAudited.AuditContent => new { Hash, Size = Bytes.Length, EndsAt = EndsAt.ToString() };
}
