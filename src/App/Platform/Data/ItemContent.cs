namespace ResilienceMonitor.Platform.Data;

/// <summary>The values of one item of a body's model: what is stored, exported, put into snapshots and compared.</summary>
public abstract record ItemContent
{
    /// <summary>Key of the catalogue entry this item was made from; its names and explanations are then shown in both languages.</summary>
    public string? CatalogueKey { get; init; }

    /// <summary>The body's own name for it; null: the catalogue's.</summary>
    public string? Name { get; init; }

    /// <summary>Where the values come from unless <see cref="Origins"/> says otherwise.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Origin of single values that differ from <see cref="Origin"/>, by property name as in JSON.</summary>
    public IReadOnlyDictionary<string, Origin> Origins { get; init; } = new Dictionary<string, Origin>();
}
