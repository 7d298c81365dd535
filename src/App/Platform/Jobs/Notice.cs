using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>A reminder people of the body see. It follows from other rows and goes with its reason.</summary>
public sealed class Notice : IDerivedRow
{
    /// <summary>A consent ends within two weeks.</summary>
    public const string ConsentEndsSoon = "consent-ends-soon";

    /// <summary>Nobody has changed the model for a year.</summary>
    public const string ModelNotLookedAt = "model-not-looked-at";

    /// <summary>Somebody signed in with a break-glass account; administrators see it.</summary>
    public const string BreakGlassUsed = "break-glass-used";

    /// <summary>Break-glass accounts were made, which made earlier ones void; administrators see it.</summary>
    public const string BreakGlassMade = "break-glass-made";

    public required BodyId BodyId { get; init; }

    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>What it is about, within the body.</summary>
    public required string Subject { get; init; }

    /// <summary>Name as people read it, if the kind has one.</summary>
    public string? Name { get; init; }

    /// <summary>The date the kind speaks of.</summary>
    public required Instant Date { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Something that happened at a moment.</summary>
    public static Notice New(BodyId body, string kind, string subject, Instant at) =>
        new() { BodyId = body, Id = Guid.CreateVersion7(), Kind = kind, Subject = subject, Date = at, CreatedAt = at };
}
