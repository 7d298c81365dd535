using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>How catalogue files are read: camelCase, enums as words, and everything unknown is an error.</summary>
internal static class CatalogueJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new LocalDateJson() },
    };

    public static CatalogueFile<T> Read<T>(string file) => Deserialize<CatalogueFile<T>>(Parse(file), file);

    /// <summary>Reads entries that hold stored contents: each gets its catalogue key and the file as its origin.</summary>
    public static CatalogueFile<CatalogueItem<T>> ReadItems<T>(string file)
    {
        var root = Parse(file);
        var source = $"{root["id"]}@{root["version"]}";
        foreach (var (key, entry) in root["entries"]!.AsObject())
        {
            var content = entry!["content"]!.AsObject();
            content["catalogueKey"] = key;
            content["origin"] = new JsonObject { ["kind"] = "starter", ["date"] = root["date"]!.DeepClone(), ["source"] = source };
        }
        return Deserialize<CatalogueFile<CatalogueItem<T>>>(root, file);
    }

    public static JsonObject Parse(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonNode.Parse(stream) as JsonObject ?? throw new InvalidDataException($"{file} does not hold a JSON object.");
    }

    private static T Deserialize<T>(JsonObject root, string file)
    {
        try
        {
            return root.Deserialize<T>(Options) ?? throw new InvalidDataException($"{file} is empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }
    }
}
