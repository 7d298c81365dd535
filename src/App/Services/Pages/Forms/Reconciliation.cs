using System.Text.Json;
using System.Text.Json.Nodes;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>
/// Brings together what two people made of the same item. In the form, a field that was not touched shows what the other one saved, and a touched one keeps
/// what was typed, readable or not; values both changed are named to choose from.
/// </summary>
internal static class Reconciliation
{
    private const string KeyOfRow = "key";

    // A form is compared as it is posted: what is empty and what is not there are the same.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="typed">The form as it was posted.</param>
    /// <param name="shown">The form as it was opened.</param>
    /// <param name="now">The form as it would be opened now.</param>
    public static T Merge<T>(T typed, T shown, T now) where T : class => Merge(Node(typed), Node(shown), Node(now))!.Deserialize<T>(Options)!;

    /// <summary>What the other one changed, and what the form says of the same values where it says something else.</summary>
    public static IReadOnlyList<Collision> Find<T>(T before, T mine, T theirs) where T : ItemContent
    {
        var (old, own, other) = (CanonicalJson.Write(before), CanonicalJson.Write(mine), CanonicalJson.Write(theirs));
        var touched = ChangeWords.Values(old, own).Select(v => v.Property).Intersect(ChangeWords.Values(own, other).Select(v => v.Property)).ToHashSet(StringComparer.Ordinal);
        var toMine = ChangeWords.Values(other, own).ToDictionary(v => v.Property, v => v.To, StringComparer.Ordinal);
        return [.. ChangeWords.Values(old, other).Select(v => new Collision(v, touched.Contains(v.Property) && v.Property is not ("substitutes" or "deadlines"), toMine.GetValueOrDefault(v.Property)))];
    }

    /// <summary>The content with some of its values as they are in another one.</summary>
    public static T Take<T>(T content, T other, IReadOnlyCollection<string> properties) where T : ItemContent
    {
        if (properties.Count == 0) return content;
        var (to, from) = (CanonicalJson.ToNode(content).AsObject(), CanonicalJson.ToNode(other).AsObject());
        foreach (var property in properties.Where(p => to.ContainsKey(p) || from.ContainsKey(p)))
            if (from[property] is { } value) to[property] = value.DeepClone();
            else to.Remove(property);
        return CanonicalJson.Read<T>(to.ToJsonString());
    }

    private static JsonNode? Merge(JsonNode? typed, JsonNode? shown, JsonNode? now) => (typed, shown, now) switch
    {
        _ when JsonNode.DeepEquals(typed, shown) => now?.DeepClone(),
        (JsonObject t, _, JsonObject n) when !t.ContainsKey("amount") && !t.ContainsKey("shown") => Objects(t, shown as JsonObject ?? [], n),
        (JsonArray t, JsonArray s, JsonArray n) when n.Concat(t).All(i => i is JsonObject row && row.ContainsKey(KeyOfRow)) => Rows(t, s, n),
        _ => typed?.DeepClone(),
    };

    private static JsonObject Objects(JsonObject typed, JsonObject shown, JsonObject now) =>
        new(typed.Select(p => p.Key).Union(now.Select(p => p.Key)).Select(p => KeyValuePair.Create(p, Merge(typed[p], shown[p], now[p]))));

    // Rows are those that are there now, each with what was typed into it.
    private static JsonArray Rows(JsonArray typed, JsonArray shown, JsonArray now) =>
        [.. now.Select(row => Row(typed, row!) is { } mine ? Merge(mine, Row(shown, row!), row) : row!.DeepClone())];

    private static JsonNode? Row(JsonArray rows, JsonNode like) => rows.FirstOrDefault(r => JsonNode.DeepEquals(r![KeyOfRow], like[KeyOfRow]));

    private static JsonNode? Node<T>(T form) => Plain(JsonSerializer.SerializeToNode(form, Options));

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Plain(p.Value))).Where(p => p.Value is not null)),
        JsonArray a => new JsonArray([.. a.Select(Plain)]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => v.GetValue<string>().Trim() is { Length: > 0 } text ? JsonValue.Create(text) : null,
        _ => node?.DeepClone(),
    };
}

/// <summary>A value somebody else changed while a form was open.</summary>
/// <param name="Theirs">Before, and as it is now.</param>
/// <param name="Both">The form changed it too, to something else: one of the two has to be chosen.</param>
/// <param name="Mine">What the form says; null: it does not fit into a line.</param>
public sealed record Collision(ChangedValue Theirs, bool Both, string? Mine);
