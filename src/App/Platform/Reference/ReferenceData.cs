using System.Globalization;
using System.Text.Json.Nodes;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>
/// The catalogues that come with the program, read once and never changed. What belongs to no feature is typed here; a feature reads its own file with
/// <see cref="Read{T}"/> or <see cref="ReadItems{T}"/>.
/// </summary>
public sealed class ReferenceData
{
    private readonly string directory;
    private readonly Dictionary<string, LocalText> names;

    private ReferenceData(string directory)
    {
        this.directory = directory;
        States = Read<State>("states").Entries;
        Holidays = new(Read<HolidayRule>("holidays"));
        Parameters = new(Read<Parameter>("parameters"));
        names = CollectNames();
    }

    /// <summary>By key, <c>01</c> to <c>16</c>.</summary>
    public IReadOnlyDictionary<string, State> States { get; }

    public Holidays Holidays { get; }

    public Parameters Parameters { get; }

    /// <summary>Reads the folder; a file that breaks the rules stops the start with its name.</summary>
    public static ReferenceData Load(string directory) => new(directory);

    public CatalogueFile<T> Read<T>(string id) => CatalogueJson.Read<T>(FileOf(id));

    /// <summary>Reads entries that hold stored contents (scenarios, measures, bodies).</summary>
    public CatalogueFile<CatalogueItem<T>> ReadItems<T>(string id) => CatalogueJson.ReadItems<T>(FileOf(id));

    /// <summary>Name of an entry in both languages; parts of an entry are named <c>entry/part</c>. Null: there is no such entry.</summary>
    public LocalText? NameOf(string catalogueKey) => names.GetValueOrDefault(catalogueKey);

    public string? Name(string catalogueKey, CultureInfo culture) => NameOf(catalogueKey)?.In(culture);

    private string FileOf(string id) => Path.Combine(directory, $"{id}.json");

    private Dictionary<string, LocalText> CollectNames()
    {
        var found = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            if (CatalogueJson.Parse(file)["entries"] is not JsonObject entries) continue;
            foreach (var (key, entry) in entries) Collect(found, key, entry as JsonObject);
        }
        return found;
    }

    private static void Collect(Dictionary<string, LocalText> found, string key, JsonObject? entry)
    {
        if (entry is null) return;
        if ((TextOf(entry["name"]) ?? TextOf(entry["title"]) ?? TextOf(entry["content"]?["title"])) is { } name) found.TryAdd(key, name);
        foreach (var part in entry.Select(p => p.Value).OfType<JsonArray>().SelectMany(list => list).OfType<JsonObject>())
            if (part["key"] is JsonValue partKey) Collect(found, $"{key}/{partKey}", part);
    }

    private static LocalText? TextOf(JsonNode? node)
        => node is JsonObject text && text["de"] is { } german && text["en"] is { } english ? new(german.ToString(), english.ToString()) : null;
}
