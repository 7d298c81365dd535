using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Scenarios;

/// <summary>The scenarios that come with the program, by key.</summary>
public static class ScenarioCatalogue
{
    public static IReadOnlyDictionary<string, ScenarioContent> From(ReferenceData reference)
        => reference.ReadItems<ScenarioContent>("scenarios").Entries.ToDictionary(e => e.Key, e => e.Value.Content);
}
