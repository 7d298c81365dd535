using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>
/// The catalogues that come with the program, read once and never changed. What belongs to no feature is typed here; a feature reads its own file with
/// <see cref="Read{T}"/> or <see cref="ReadItems{T}"/>.
/// </summary>
public sealed class ReferenceData
{
    private readonly string directory;
    private readonly CatalogueIndex index;
    private readonly Lazy<string> hash;
    private readonly ConcurrentDictionary<(string Id, Type Entry), object> read = [];

    private ReferenceData(string directory)
    {
        this.directory = directory;
        hash = new(HashOfFiles);
        States = Read<State>("states").Entries;
        Holidays = new(Read<HolidayRule>("holidays"));
        Parameters = new(Read<Parameter>("parameters"));
        index = new(directory);
    }

    /// <summary>By key, <c>01</c> to <c>16</c>.</summary>
    public IReadOnlyDictionary<string, State> States { get; }

    public Holidays Holidays { get; }

    public Parameters Parameters { get; }

    /// <summary>SHA-256 over all catalogues: what was made with others is made anew.</summary>
    public string Hash => hash.Value;

    /// <summary>Reads the folder; a file that breaks the rules stops the start with its name.</summary>
    public static ReferenceData Load(string directory) => new(directory);

    public CatalogueFile<T> Read<T>(string id) => (CatalogueFile<T>)read.GetOrAdd((id, typeof(T)), _ => CatalogueJson.Read<T>(FileOf(id)));

    /// <summary>Reads entries that hold stored contents (scenarios, measures, bodies).</summary>
    public CatalogueFile<CatalogueItem<T>> ReadItems<T>(string id) =>
        (CatalogueFile<CatalogueItem<T>>)read.GetOrAdd((id, typeof(CatalogueItem<T>)), _ => CatalogueJson.ReadItems<T>(FileOf(id)));

    /// <summary>Name of an entry in both languages; parts of an entry are named <c>entry/part</c>. Null: there is no such entry.</summary>
    public LocalText? NameOf(string catalogueKey) => index.Name(catalogueKey);

    public string? Name(string catalogueKey, CultureInfo culture) => NameOf(catalogueKey)?.In(culture);

    /// <summary>Where the value of a property (named as in JSON) comes from: a citation, or that it is an assumption. Null: there is no such entry.</summary>
    public LocalText? SourceOf(string catalogueKey, string property) => index.Source(catalogueKey, property);

    private string HashOfFiles()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal)) all.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private string FileOf(string id) => Path.Combine(directory, $"{id}.json");
}
