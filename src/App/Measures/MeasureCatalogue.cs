using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Measures;

/// <summary>The measures that come with the program, by key.</summary>
public static class MeasureCatalogue
{
    public static IReadOnlyDictionary<string, MeasureContent> From(ReferenceData reference)
        => reference.ReadItems<MeasureContent>("measures").Entries.ToDictionary(e => e.Key, e => e.Value.Content);
}
