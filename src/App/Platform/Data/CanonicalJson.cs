using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace ResilienceMonitor.Platform.Data;

/// <summary>JSON with sorted property names and no blanks: equal contents give equal bytes, so that a hash can be an identity.</summary>
public static class CanonicalJson
{
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    // Properties sorted from the start, so that little is left to sort.
    private static readonly JsonSerializerOptions Ordered = new(Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SortProperties } } };

    public static string Write<T>(T value)
    {
        using var document = JsonSerializer.SerializeToDocument(value, Ordered);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder })) WriteSorted(writer, document.RootElement);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static JsonNode ToNode<T>(T value) => Sort(JsonSerializer.SerializeToNode(value, Options))!;

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The document is empty.");

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in IsSorted(element) ? (IEnumerable<JsonProperty>)element.EnumerateObject() : element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteSorted(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) WriteSorted(writer, item);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    // Most objects come sorted. Names that are not plain are left to the comparison of texts.
    private static bool IsSorted(JsonElement element)
    {
        ReadOnlySpan<byte> last = default;
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            if (!Ascii.IsValid(name) || name.Contains((byte)'\\') || last.SequenceCompareTo(name) > 0) return false;
            last = name;
        }

        return true;
    }

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, Sort(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sort)]),
        _ => node?.DeepClone(),
    };

    private static void SortProperties(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var (place, property) in type.Properties.OrderBy(p => p.Name, StringComparer.Ordinal).Index()) property.Order = place;
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            NumberHandling = JsonNumberHandling.Strict,
            AllowDuplicateProperties = false,
            MaxDepth = 64,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        AddWords(options);
        return options;
    }

    /// <summary>How words and dates are written, for other JSON of the program.</summary>
    internal static void AddWords(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new LocalDateConverter());
    }

    private sealed class LocalDateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is { Success: true } date
                ? date.Value
                : throw new JsonException("A date looks like 2026-11-21.");

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
