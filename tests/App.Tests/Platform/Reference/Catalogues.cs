using System.Text.Json.Nodes;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services.Starter;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Reference;

/// <summary>The catalogues as they lie in the checkout, read once for all tests.</summary>
internal static class Catalogues
{
    public static string Directory { get; } = Path.Combine(SharedData.Root, "catalogues");

    public static ReferenceData Reference { get; } = ReferenceData.Load(Directory);

    public static StarterCatalogue Starter { get; } = StarterCatalogue.From(Reference);

    public static TheoryData<string> Files { get; } = [.. System.IO.Directory.EnumerateFiles(Directory, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static JsonObject Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Directory, $"{file}.json")))!.AsObject();

    /// <summary>Every object below a node, itself included, with the way to it.</summary>
    public static IEnumerable<(string Path, JsonObject Object)> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Objects(p.Value)).Prepend((o.GetPath(), o)),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
