using System.Text.Json.Nodes;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Says which values differ between two states of an item; those that fit into a line with their old and new value.</summary>
internal static class ChangeWords
{
    private static readonly string[] NoValues = ["origin", "origins", "catalogueKey"];

    public static IReadOnlyList<string> Between(string? before, string? after)
    {
        if (Parse(before) is not { } from || Parse(after) is not { } to) return [];
        return [.. from.Select(p => p.Key).Union(to.Select(p => p.Key)).Except(NoValues, StringComparer.Ordinal)
            .Where(p => !JsonNode.DeepEquals(from[p], to[p])).Select(p => Line(p, from[p], to[p]))];
    }

    private static string Line(string property, JsonNode? from, JsonNode? to)
    {
        var label = ServicesTexts.Get($"value.{property}");
        return IsShort(from) && IsShort(to) ? ServicesTexts.Get("change.from-to", label, Value(property, from), Value(property, to)) : label;
    }

    private static bool IsShort(JsonNode? node) => node is null or JsonValue;

    private static string Value(string property, JsonNode? node) => (property, node?.GetValueKind()) switch
    {
        (_, null) => ServicesTexts.Get("value.none"),
        (_, System.Text.Json.JsonValueKind.True) => ServicesTexts.Get("value.yes"),
        (_, System.Text.Json.JsonValueKind.False) => ServicesTexts.Get("value.no"),
        ("emergencyLevel" or "backupUsable", _) => Say.Share(node!.GetValue<double>()),
        (_, System.Text.Json.JsonValueKind.Number) when property.EndsWith("Hours", StringComparison.Ordinal) => Say.Exactly(node!.GetValue<double>()),
        (_, System.Text.Json.JsonValueKind.Number) => node!.GetValue<double>().ToString("#,0.##"),
        ("responsibility", _) => ServicesTexts.Get($"responsibility.{node}"),
        ("host", _) => ServicesTexts.Get($"resource.host.{node}"),
        _ => node!.ToString(),
    };

    private static JsonObject? Parse(string? json) => json is null ? null : JsonNode.Parse(json) as JsonObject;
}
