using NodaTime;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Events;

/// <summary>What was changed, by whom and when; written in the transaction of the change itself.</summary>
public sealed class Event : ITenantRow
{
    public required EventId Id { get; init; }
    public required BodyId BodyId { get; init; }

    /// <summary>Events of one transaction share it; they are undone together.</summary>
    public required Guid ChangeId { get; init; }

    /// <summary>Order within the change.</summary>
    public required int Position { get; init; }

    public required Instant At { get; init; }
    public required ActorId Actor { get; init; }

    /// <summary>What happened, for example <c>services.changed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Key of the item.</summary>
    public required string Subject { get; init; }

    /// <summary>Content before, as canonical JSON; null: there was none.</summary>
    public string? Before { get; init; }

    /// <summary>Content after; null: removed.</summary>
    public string? After { get; init; }
}

public readonly record struct EventId(Guid Value)
{
    public static EventId New() => new(Guid.CreateVersion7());
}
