using System.Text.Json.Nodes;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Tables.Model;

/// <summary>The model of a body as one JSON object that tables read and change: sections of items by key; the team is the only item of its section.</summary>
internal static class ModelJson
{
    public const string Services = "services";
    public const string Resources = "resources";
    public const string Segments = "segments";
    public const string Measures = "measures";
    public const string Team = "team";

    public static IReadOnlyList<string> Sections { get; } = [Segments, Resources, Services, Measures];

    public static JsonObject Of(BodyModel model, IReadOnlyDictionary<string, MeasureContent> measures) => new()
    {
        [Segments] = Items(model.Segments),
        [Resources] = Items(model.Resources),
        [Services] = Items(model.Services),
        [Measures] = Items(measures),
        [Team] = new JsonObject { [Team] = CanonicalJson.ToNode(model.Team) },
    };

    public static JsonObject ItemsOf(this JsonObject model, string section) => model[section]!.AsObject();

    private static JsonObject Items<T>(IReadOnlyDictionary<string, T> items) where T : ItemContent =>
        new(items.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => KeyValuePair.Create(i.Key, (JsonNode?)CanonicalJson.ToNode(i.Value))));
}
