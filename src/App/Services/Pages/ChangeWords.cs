using System.Text.Json;
using System.Text.Json.Nodes;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Says which values differ between two states of an item; those that fit into a line with their old and new value.</summary>
internal static class ChangeWords
{
    private static readonly string[] NoValues = ["origin", "origins", "catalogueKey"];

    public static IReadOnlyList<string> Between(string? before, string? after) => [.. Values(before, after).Select(v => v.Line)];

    /// <summary>The values that differ between two canonical contents of an item; none when one of them is missing.</summary>
    public static IReadOnlyList<ChangedValue> Values(string? before, string? after)
    {
        if (Parse(before) is not { } from || Parse(after) is not { } to) return [];
        return [.. from.Select(p => p.Key).Union(to.Select(p => p.Key)).Except(NoValues, StringComparer.Ordinal)
            .Where(p => !JsonNode.DeepEquals(from[p], to[p])).Select(p => Of(p, from[p], to[p]))];
    }

    private static ChangedValue Of(string property, JsonNode? from, JsonNode? to)
    {
        var isShort = IsShort(property, from) && IsShort(property, to);
        return new(property, ServicesTexts.Get($"value.{property}"), isShort ? Value(property, from) : null, isShort ? Value(property, to) : null);
    }

    private static bool IsShort(string property, JsonNode? node) => node is null or JsonValue || property is "restoreWork" or "checkWork" or "waitingHours";

    private static string Value(string property, JsonNode? node) => (property, node?.GetValueKind()) switch
    {
        (_, null) => ServicesTexts.Get("value.none"),
        (_, JsonValueKind.True) => ServicesTexts.Get("value.yes"),
        (_, JsonValueKind.False) => ServicesTexts.Get("value.no"),
        ("emergencyLevel" or "backupUsable", _) => Say.Share(node!.GetValue<double>()),
        (_, JsonValueKind.Number) when property.EndsWith("Hours", StringComparison.Ordinal) => Say.Exactly(node!.GetValue<double>()),
        (_, JsonValueKind.Number) => node!.GetValue<double>().ToString("#,0.##"),
        ("responsibility", _) => ServicesTexts.Get($"responsibility.{node}"),
        ("host", _) => ServicesTexts.Get($"resource.host.{node}"),
        ("kind", _) => ServicesTexts.Get($"resource.kind.{node}"),
        ("restoreWork" or "checkWork", _) => ServiceWords.Work(node.Deserialize<Spread>(CanonicalJson.Options)!),
        ("waitingHours", _) => ServiceWords.Waiting(node.Deserialize<Spread>(CanonicalJson.Options)!),
        _ => node!.ToString(),
    };

    private static JsonObject? Parse(string? json) => json is null ? null : JsonNode.Parse(json) as JsonObject;
}

/// <summary>A value of an item that differs.</summary>
/// <param name="Property">Its name as in JSON.</param>
/// <param name="Label">What people call it.</param>
/// <param name="From">As it was; null, like <paramref name="To"/>: it does not fit into a line.</param>
/// <param name="To">As it is then.</param>
public sealed record ChangedValue(string Property, string Label, string? From, string? To)
{
    public string Line => From is null || To is null ? Label : ServicesTexts.Get("change.from-to", Label, From, To);
}
