using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Services;

/// <summary>Immutable state of a body's model: its canonical JSON, packed, under its own hash. Runs and plans point at it.</summary>
public sealed class Snapshot : IDerivedRow
{
    public required BodyId BodyId { get; init; }

    /// <summary>SHA-256 of the canonical JSON, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The JSON, compressed with Brotli.</summary>
    public required byte[] Packed { get; init; }

    public required NodaTime.Instant CreatedAt { get; init; }
}
