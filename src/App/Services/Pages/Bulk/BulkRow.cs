namespace ResilienceMonitor.Services.Pages.Bulk;

/// <summary>A row that can be changed with others.</summary>
/// <param name="Key">Key of the item.</param>
/// <param name="Name">Name people read.</param>
public sealed record BulkRow(string Key, string Name);

/// <summary>The numbers of the rows a preview was made for, as a form carries them: <c>key:number</c>, by blanks.</summary>
internal static class BulkVersions
{
    public static string Write(IEnumerable<KeyValuePair<string, int>> versions) => string.Join(' ', versions.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}:{v.Value}"));

    public static IReadOnlyDictionary<string, int> Read(string? posted) => (posted ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(v => (Entry: v, Colon: v.LastIndexOf(':'))).Where(v => v.Colon > 0).DistinctBy(v => v.Entry[..v.Colon])
        .ToDictionary(v => v.Entry[..v.Colon], v => int.TryParse(v.Entry[(v.Colon + 1)..], out var number) ? number : 0, StringComparer.Ordinal);
}
