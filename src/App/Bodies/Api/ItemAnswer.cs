using System.Text.Json.Nodes;
using ResilienceMonitor.Bodies.Items;

namespace ResilienceMonitor.Bodies.Api;

/// <summary>An item in a list for programs.</summary>
/// <param name="Key">Key within its section.</param>
/// <param name="Version">What a change of it names in <c>If-Match</c>.</param>
/// <param name="Content">As in packages.</param>
public sealed record ItemAnswer<T>(string Key, string Version, T Content);

internal static class ItemAnswer
{
    public static ItemAnswer<JsonNode> Of(FoundItem item) => new(item.Key, item.Version, JsonNode.Parse(item.Json)!);

    public static ItemAnswer<JsonNode> Of(Body body) => Of(FoundItem.Of(body));
}
