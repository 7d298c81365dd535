using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Api;

/// <summary>
/// Everything that is wrong with a content, each by its JSON pointer (RFC 6901): the serializer itself stops at the first. Fields and types are those
/// the serializer knows, so that both always agree.
/// </summary>
public static class ContentErrors
{
    private const int Most = 200;

    public static IReadOnlyList<ContentError> Find(JsonNode? node, Type type)
    {
        var errors = new List<ContentError>();
        if (node is null) errors.Add(new ContentError("", "error.null"));
        else Walk(node, type, "", errors);
        return errors;
    }

    private static void Walk(JsonNode node, Type type, string pointer, List<ContentError> errors)
    {
        if (errors.Count >= Most) return;
        var known = CanonicalJson.Options.GetTypeInfo(type);
        switch (known.Kind, node)
        {
            case (JsonTypeInfoKind.Object, JsonObject value):
                WalkObject(value, known, pointer, errors);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonArray list):
                foreach (var (i, element) in list.Index()) WalkElement(element, known.ElementType!, $"{pointer}/{i}", errors);
                break;
            case (JsonTypeInfoKind.Dictionary, JsonObject map):
                foreach (var (key, element) in map) WalkElement(element, known.ElementType!, $"{pointer}/{Escape(key)}", errors);
                break;
            case (JsonTypeInfoKind.None, _):
                WalkLeaf(node, type, pointer, errors);
                break;
            default:
                errors.Add(new ContentError(pointer, "error.type"));
                break;
        }
    }

    private static void WalkObject(JsonObject value, JsonTypeInfo known, string pointer, List<ContentError> errors)
    {
        var properties = known.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var (name, element) in value)
        {
            var at = $"{pointer}/{Escape(name)}";
            if (!properties.TryGetValue(name, out var property)) errors.Add(new ContentError(at, "error.unknown"));
            else if (element is not null) Walk(element, property.PropertyType, at, errors);
            else if (!(property.AssociatedParameter?.IsNullable ?? property.IsSetNullable) || IsValue(property.PropertyType)) errors.Add(new ContentError(at, "error.null"));
        }

        foreach (var missing in properties.Values.Where(p => (p.IsRequired || p.AssociatedParameter is { HasDefaultValue: false }) && !value.ContainsKey(p.Name)))
            errors.Add(new ContentError($"{pointer}/{Escape(missing.Name)}", "error.missing"));
    }

    private static void WalkElement(JsonNode? element, Type type, string pointer, List<ContentError> errors)
    {
        if (element is null) errors.Add(new ContentError(pointer, "error.null"));
        else Walk(element, type, pointer, errors);
    }

    // Numbers, words and texts: whatever the serializer takes is right.
    private static void WalkLeaf(JsonNode node, Type type, string pointer, List<ContentError> errors)
    {
        if (!StoredText.IsPossible(node))
        {
            errors.Add(new ContentError(pointer, "error.character"));
            return;
        }

        if (node is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>().Length > Limits.ApiText)
        {
            errors.Add(new ContentError(pointer, "error.long", Limits.ApiText));
            return;
        }

        try
        {
            node.Deserialize(type, CanonicalJson.Options);
        }
        catch (JsonException)
        {
            errors.Add(new ContentError(pointer, node is JsonValue value && value.GetValueKind() == JsonValueKind.String && type != typeof(string) ? "error.value" : "error.type"));
        }
    }

    private static bool IsValue(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <summary>One value that is wrong.</summary>
/// <param name="Pointer">Where, as a JSON pointer; empty: the whole content.</param>
/// <param name="Code">What is wrong, a stable word.</param>
/// <param name="Arguments">For the sentence.</param>
public sealed record ContentError(string Pointer, string Code, params object[] Arguments);
