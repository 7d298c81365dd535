using System.Text.Json.Serialization;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>A file of the folder <c>catalogues</c>: entries by key, with the sources of its numbers.</summary>
public sealed record CatalogueFile<T>
{
    /// <summary>The JSON schema beside it, for editors and the test.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Name of the file without ending, for example <c>services</c>; with <see cref="Version"/> it is what an origin points at.</summary>
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>Day of this version, ISO 8601.</summary>
    public required string Date { get; init; }

    public required LocalText Title { get; init; }

    public required IReadOnlyList<CatalogueSource> Sources { get; init; }

    /// <summary>Entries in the order of the file.</summary>
    public required IReadOnlyDictionary<string, T> Entries { get; init; }

    /// <summary>What an origin names as its source, for example <c>services@2026.1</c>.</summary>
    public string Reference => $"{Id}@{Version}";
}
