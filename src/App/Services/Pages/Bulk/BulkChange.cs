using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services.Pages.Bulk;

/// <summary>What a change of many makes of one of them.</summary>
/// <param name="Key">Key of the item.</param>
/// <param name="Name">Name people read.</param>
/// <param name="Values">The values that change; none: it stays as it is.</param>
public sealed record BulkChange(string Key, string Name, IReadOnlyList<BulkValue> Values)
{
    public static BulkChange Of<T>(string key, string name, T before, T after) where T : ItemContent => new(key, name,
        [.. ChangeWords.Values(CanonicalJson.Write(before), CanonicalJson.Write(after)).Select(v => new BulkValue(v, StatedBy(before, v.Property)))]);

    private static LocalDate? StatedBy(ItemContent content, string property) =>
        (content.Origins.GetValueOrDefault(property) ?? content.Origin) is { Kind: OriginKind.Person } origin ? origin.Date : null;
}

/// <summary>A value that changes.</summary>
/// <param name="Change">Before and after.</param>
/// <param name="StatedOn">Day on which a person stated the value that goes; null: it is no person's.</param>
public sealed record BulkValue(ChangedValue Change, LocalDate? StatedOn);
