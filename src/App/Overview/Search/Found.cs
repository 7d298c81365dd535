namespace ResilienceMonitor.Overview.Search;

/// <summary>What a search found of one sort.</summary>
/// <param name="Sort">Key of the sort's name, such as <c>services</c>.</param>
/// <param name="Items">The first of them.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record FoundGroup(string Sort, IReadOnlyList<FoundItem> Items, int Total);

/// <summary>Something that was found.</summary>
/// <param name="Name">What people read.</param>
/// <param name="Href">Its page; null: it has none.</param>
/// <param name="Text">More about it; null: the name says all.</param>
public sealed record FoundItem(string Name, string? Href, string? Text = null);
