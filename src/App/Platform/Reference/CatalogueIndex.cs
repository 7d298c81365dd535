using System.Text.Json.Nodes;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>Names and sources of everything in the catalogues, by key; parts of an entry are named <c>entry/part</c>.</summary>
internal sealed class CatalogueIndex
{
    /// <summary>The files whose entries stored items point at by their catalogue key; their keys are unique together.</summary>
    public static IReadOnlyList<string> Files { get; } = ["helpers", "measures", "parameters", "resources", "scenarios", "segments", "services", "terms"];

    private static readonly LocalText Assumption = new("Annahme", "Assumption");

    private readonly Dictionary<string, LocalText> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (JsonObject Basis, Dictionary<string, LocalText> Sources)> bases = new(StringComparer.Ordinal);

    public CatalogueIndex(string directory)
    {
        foreach (var file in Files)
        {
            var root = CatalogueJson.Parse(Path.Combine(directory, $"{file}.json"));
            if (root["entries"] is not JsonObject entries) continue;
            var sources = (root["sources"] as JsonArray ?? []).OfType<JsonObject>()
                .Where(s => s["id"] is not null).Select(s => (Id: s["id"]!.ToString(), Text: TextOf(s["citation"])))
                .Where(s => s.Text is not null).ToDictionary(s => s.Id, s => s.Text!, StringComparer.Ordinal);
            foreach (var (key, entry) in entries)
            {
                CollectNames(key, entry as JsonObject);
                if (entry?["basis"] is JsonObject basis) bases.TryAdd(key, (basis, sources));
            }
        }
    }

    public LocalText? Name(string key) => names.GetValueOrDefault(key);

    /// <summary>Where a number comes from; parts share the sources of their entry.</summary>
    public LocalText? Source(string key, string property)
    {
        if (!bases.TryGetValue(key.Split('/')[0], out var found)) return null;
        var id = (found.Basis[property] ?? found.Basis["*"])?.ToString();
        return id is null ? null : found.Sources.GetValueOrDefault(id, Assumption);
    }

    private void CollectNames(string key, JsonObject? entry)
    {
        if (entry is null) return;
        if ((TextOf(entry["name"]) ?? TextOf(entry["title"]) ?? TextOf(entry["content"]?["title"])) is { } name) names.TryAdd(key, name);
        foreach (var part in entry.Select(p => p.Value).OfType<JsonArray>().SelectMany(list => list).OfType<JsonObject>())
            if (part["key"] is JsonValue partKey) CollectNames($"{key}/{partKey}", part);
    }

    private static LocalText? TextOf(JsonNode? node)
        => node is JsonObject text && text["de"] is { } german && text["en"] is { } english ? new(german.ToString(), english.ToString()) : null;
}
