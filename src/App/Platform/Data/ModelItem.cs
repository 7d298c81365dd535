using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Data;

/// <summary>A row of a body's model. Its values are one immutable content; every change of it is recorded as an event.</summary>
public abstract class ModelItem : ITenantRow
{
    public BodyId BodyId { get; init; }

    /// <summary>Logical key within the body, stable and never reused.</summary>
    public required string Key { get; init; }

    /// <summary>Counts changes; a form that was filled for an older one is refused.</summary>
    public int RowVersion { get; internal set; } = 1;

    /// <summary>Marked as removed; gone for good thirty days later.</summary>
    public Instant? RemovedAt { get; internal set; }

    /// <summary>The content as canonical JSON.</summary>
    internal abstract string Json { get; set; }
}

/// <inheritdoc />
public abstract class ModelItem<TContent> : ModelItem where TContent : ItemContent
{
    public required TContent Content { get; set; }

    internal override string Json
    {
        get => CanonicalJson.Write(Content);
        set => Content = CanonicalJson.Read<TContent>(value);
    }
}
