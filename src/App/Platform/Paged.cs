namespace ResilienceMonitor.Platform;

/// <summary>One page of a list.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Number">From 1 on.</param>
/// <param name="Pages">How many pages there are, at least one.</param>
/// <param name="Total">Length of the whole list.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Number, int Pages, int Total)
{
    public static Paged<T> None { get; } = new([], 1, 1, 0);

    /// <summary>A number past either end gives the page at that end.</summary>
    public static Paged<T> Of(IReadOnlyList<T> all, int? asked)
    {
        var pages = Math.Max(1, (all.Count + Limits.PageRows - 1) / Limits.PageRows);
        var number = Math.Clamp(asked ?? 1, 1, pages);
        return new([.. all.Skip((number - 1) * Limits.PageRows).Take(Limits.PageRows)], number, pages, all.Count);
    }

    /// <summary>The same page with what belongs to each of its items.</summary>
    public Paged<TOther> With<TOther>(IEnumerable<TOther> items) => new([.. items], Number, Pages, Total);
}
