using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies.Items;

/// <summary>What a feature demands of changes in one of its sections. Sections without rules take every readable content.</summary>
public interface IItemRules
{
    string Section { get; }

    /// <summary>The contents by key as long as they are derived and not rows of the body's own; null: they are rows.</summary>
    Task<IReadOnlyDictionary<string, ItemContent>?> Derived(Body body, CancellationToken ct);

    /// <summary>Refuses a change, or makes the rows of the body's own that it needs.</summary>
    /// <param name="body">Whose item.</param>
    /// <param name="key">Key of the item.</param>
    /// <param name="content">Its new content; null: it is taken out.</param>
    /// <param name="ct">Stops the work.</param>
    Task<Refusal?> Prepare(Body body, string key, ItemContent? content, CancellationToken ct);
}
