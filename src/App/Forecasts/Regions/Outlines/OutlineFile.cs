using System.Globalization;
using System.Text.Json;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Forecasts.Regions.Outlines;

/// <summary>
/// Reads GeoJSON (RFC 7946): a collection of features that are polygons in degrees. Everything else in it is left out; what is no such file is refused
/// in one sentence. Memory stays within the limits whatever the file says.
/// </summary>
internal static class OutlineFile
{
    private const int Deepest = 32;
    private const int KeyDigits = 8;
    private const int RegionalDigits = 12;
    private static readonly string[] Keys = ["AGS", "ags", "AGS_0", "ARS", "ars", "RS", "rs", "key", "id"];
    private static readonly string[] Names = ["GEN", "gen", "name", "NAME", "Name"];

    public static Result<IReadOnlyList<Outline>> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > Limits.OutlineBytes) return Refusal.Of<RegionTexts>("outlines.too-large", Limits.OutlineBytes / 1024 / 1024);
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(file), new JsonDocumentOptions { MaxDepth = Deepest });
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return Refusal.Of<RegionTexts>("outlines.no-geojson");
        }
    }

    private static Result<IReadOnlyList<Outline>> Read(JsonElement root)
    {
        if (Text(root, "type") != "FeatureCollection" || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array) return Refusal.Of<RegionTexts>("outlines.no-geojson");
        if (features.GetArrayLength() > Limits.OutlineFeatures) return Refusal.Of<RegionTexts>("outlines.too-many", Limits.OutlineFeatures);
        var (found, points) = (new List<RawOutline>(), 0);
        foreach (var feature in features.EnumerateArray())
        {
            var rings = Rings(feature);
            if (rings is null) return Refusal.Of<RegionTexts>("outlines.coordinates");
            if ((points += rings.Sum(r => r.Count)) > Limits.OutlinePoints) return Refusal.Of<RegionTexts>("outlines.too-fine", Limits.OutlinePoints);
            if (rings.Count > 0) found.Add(new RawOutline(KeyOf(feature), Property(feature, Names), rings));
        }

        return found.Count == 0 ? Refusal.Of<RegionTexts>("outlines.none") : OutlinePlane.Place(found).ToList();
    }

    // Null: a coordinate is no place on earth in degrees; maps in metres come so.
    private static List<IReadOnlyList<(double Lon, double Lat)>>? Rings(JsonElement feature)
    {
        var rings = new List<IReadOnlyList<(double, double)>>();
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var coordinates)) return rings;
        IEnumerable<JsonElement> polygons = Text(geometry, "type") switch { "Polygon" => [coordinates], "MultiPolygon" => Items(coordinates), _ => [] };
        foreach (var ring in polygons.SelectMany(Items))
        {
            var points = new List<(double, double)>();
            foreach (var point in Items(ring))
            {
                if (Point(point) is not { } place) return null;
                points.Add(place);
            }

            if (points.Count > 3) rings.Add(points);
        }

        return rings;
    }

    private static (double Lon, double Lat)? Point(JsonElement point) =>
        Items(point).Take(2).ToList() is [{ ValueKind: JsonValueKind.Number } x, { ValueKind: JsonValueKind.Number } y]
        && x.TryGetDouble(out var lon) && y.TryGetDouble(out var lat) && Math.Abs(lon) <= 180 && Math.Abs(lat) <= 85 ? (lon, lat) : null;

    private static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Empty<JsonElement>();

    // The regional key has the association of municipalities in its middle, the official key has not.
    private static string? KeyOf(JsonElement feature) => Property(feature, Keys) is { } text && text.Where(char.IsAsciiDigit).ToArray() is var digits
        ? digits.Length switch { KeyDigits => new string(digits), RegionalDigits => $"{new string(digits[..5])}{new string(digits[9..])}", _ => null }
        : null;

    private static string? Property(JsonElement feature, string[] names) => feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        ? names.Select(n => Text(properties, n)).FirstOrDefault(t => t is { Length: > 0 and <= Limits.NameLength }) : null;

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var number) ? number.ToString("D8", CultureInfo.InvariantCulture) : null,
        _ => null,
    } : null;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> file) => file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;
}

/// <summary>An outline as it stands in the file, in degrees.</summary>
internal sealed record RawOutline(string? Key, string? Name, IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> Rings);
