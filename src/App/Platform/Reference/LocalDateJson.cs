using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>Dates in catalogue files are ISO 8601, for example <c>2026-01-31</c>.</summary>
internal sealed class LocalDateJson : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is { Success: true } date ? date.Value : throw new JsonException("A date must be written as 2026-01-31.");

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}
