using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>The invented bodies that come with the program, by logical key (<c>demo:…</c>).</summary>
public static class DemonstrationCatalogue
{
    public static IReadOnlyDictionary<string, BodyContent> From(ReferenceData reference)
        => reference.ReadItems<BodyContent>("demonstration").Entries.ToDictionary(e => e.Key, e => e.Value.Content with { CatalogueKey = null });
}
