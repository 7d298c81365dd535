using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies.Import;

public enum DifferenceKind
{
    New,
    Changed,
    Unchanged,
}

/// <summary>One planned body beside the one that exists.</summary>
/// <param name="Planned">As the file describes it.</param>
/// <param name="Key">Key under which it exists or will exist. A body known under its other official key keeps that.</param>
/// <param name="Kind">What the import would do.</param>
/// <param name="Changes">Fields that take the value of the file.</param>
/// <param name="Kept">Fields in which the file differs, but a person stated the value that exists. That one stays.</param>
/// <param name="Result">The content after the import.</param>
public sealed record BodyDifference(
    PlannedBody Planned,
    string Key,
    DifferenceKind Kind,
    IReadOnlyList<FieldChange> Changes,
    IReadOnlyList<FieldChange> Kept,
    BodyContent Result)
{
    internal static BodyDifference Of(PlannedBody planned, IReadOnlyDictionary<string, BodyContent> existing)
    {
        string?[] keys = [planned.Key, planned.OtherKey];
        if (Array.Find(keys, k => k is not null && existing.ContainsKey(k)) is not { } key)
            return new BodyDifference(planned, planned.Key, DifferenceKind.New, [], [], planned.Content);
        var old = existing[key];
        var differing = BodyField.All.Where(f => planned.Stated.Contains(f.Name) && !f.Same(old, planned.Content)).ToLookup(f => f.IsPersons(old));
        var result = differing[false].Aggregate(old, (content, field) => field.Take(content, planned.Content));
        if (differing[false].Any())
            result = result with { Origins = Origins(old, differing[false], planned.Content.Origin) };
        return new BodyDifference(
            planned,
            key,
            differing[false].Any() ? DifferenceKind.Changed : DifferenceKind.Unchanged,
            [.. differing[false].Select(f => f.Change(old, planned.Content))],
            [.. differing[true].Select(f => f.Change(old, planned.Content))],
            result);
    }

    private static Dictionary<string, Origin> Origins(BodyContent old, IEnumerable<BodyField> taken, Origin origin)
    {
        var origins = new Dictionary<string, Origin>(old.Origins);
        foreach (var name in taken.SelectMany(f => f.Properties))
            origins[name] = origin;
        return origins;
    }
}

/// <param name="Field">Name of the property as in JSON.</param>
/// <param name="Old">Value that exists, as stored; null: unknown.</param>
/// <param name="New">Value of the file.</param>
public sealed record FieldChange(string Field, string? Old, string? New);
