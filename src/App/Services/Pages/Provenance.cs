using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services.Starter;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Says where a value comes from: who stated it and when, and for values of the starter model what they rest on.</summary>
public sealed class Provenance(StarterCatalogue catalogue)
{
    private const string Assumption = "assumption";

    /// <param name="content">The item.</param>
    /// <param name="property">Name of the property as in JSON.</param>
    public Statement Of(ItemContent content, string property)
    {
        var origin = content.Origins.GetValueOrDefault(property) ?? content.Origin;
        var kind = ServicesTexts.Get($"origin.{KindWord(origin.Kind)}");
        return new(
            ServicesTexts.Get($"origin.{KindWord(origin.Kind)}.short"),
            ServicesTexts.Get("origin.at", kind, DateWords.Day(origin.Date)),
            origin.Kind == OriginKind.Starter ? BasisOf(content, property) : origin.Source);
    }

    private string? BasisOf(ItemContent content, string property) => (content, content.CatalogueKey) switch
    {
        (ServiceContent, { } key) when catalogue.Services.Entries.TryGetValue(key, out var entry) => Cite(catalogue.Services, entry.Basis, property == "casesPerWeek" ? "cases" : property),
        (ResourceContent, { } key) when catalogue.Resources.Entries.TryGetValue(key, out var entry) => Cite(catalogue.Resources, entry.Basis, property),
        _ => null,
    };

    private static string Cite<T>(CatalogueFile<T> file, IReadOnlyDictionary<string, string> basis, string property)
    {
        var id = basis.GetValueOrDefault(property) ?? basis.GetValueOrDefault("*") ?? Assumption;
        var citation = file.Sources.FirstOrDefault(s => s.Id == id)?.Citation.ToString() ?? ServicesTexts.Get("origin.assumption");
        return ServicesTexts.Get("origin.catalogue", file.Title, file.Version, citation);
    }

    private static string KindWord(OriginKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Where a value comes from.</summary>
    /// <param name="Word">In one or two words.</param>
    /// <param name="Origin">Who stated it and when.</param>
    /// <param name="Source">What a reader can look up.</param>
    public sealed record Statement(string Word, string Origin, string? Source);
}
