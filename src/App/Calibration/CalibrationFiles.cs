using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using ResilienceMonitor.Calibration.Fitting;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Calibration;

/// <summary>The two catalogues that <c>resmon calibrate</c> writes and the page of comparison shows.</summary>
public static class CalibrationFiles
{
    /// <summary>Catalogue of known outages with what was forecast without them.</summary>
    public const string Outages = "known-outages";

    /// <summary>Catalogue of fitted numbers.</summary>
    public const string Fit = "reference-fit";

    private const string ReportsId = "reports";
    private const string FitId = "fit";

    private static readonly LocalText Reports = new(
        "Öffentliche Berichte der Betroffenen, ihrer Räte und der Presse über den jeweiligen Ausfall, gesammelt mit Marken, wie sicher ein Tag ist",
        "Public reports of those concerned, their councils and the press on each outage, collected with marks that say how sure a day is");

    private static readonly LocalText FitText = new(
        "Anpassung durch „resmon calibrate“ an die Ausfälle in known-outages.json, wie in docs/calibration.md beschrieben",
        "Fit by “resmon calibrate” to the outages in known-outages.json, as described in docs/calibration.md");

    private static readonly JsonSerializerOptions Written = new(CatalogueJson.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes both files into a folder of catalogues.</summary>
    public static async Task Write(string directory, CalibratedReference calibrated, LocalDate today, CancellationToken ct)
    {
        var rows = calibrated.LeftOut.Comparison.Rows;
        var outages = rows.GroupBy(r => r.Case).Select(g => KeyValuePair.Create(g.Key.Id, KnownOutageEntry.Of(g.Key, g, ReportsId)));
        await Write(directory, Outages, new("Bekannte Ausfälle und ihre Vorhersage", "Known outages and their forecast"), ReportsId, Reports, outages, today, ct);
        var numbers = calibrated.Numbers.Select(n => KeyValuePair.Create(n.Key, FittedEntry.Of(n, FitId)));
        await Write(directory, Fit, new("Angepasste Zahlen des Vergleichsmodells", "Fitted numbers of the reference model"), FitId, FitText, numbers, today, ct);
    }

    private static async Task Write<T>(
        string directory, string id, LocalText title, string source, LocalText citation, IEnumerable<KeyValuePair<string, T>> entries, LocalDate today, CancellationToken ct)
    {
        var file = new JsonObject
        {
            ["$schema"] = $"schemas/{id}.schema.json",
            ["id"] = id,
            ["version"] = $"{today.Year}.1",
            ["date"] = JsonSerializer.SerializeToNode(today, Written),
            ["title"] = JsonSerializer.SerializeToNode(title, Written),
            ["sources"] = new JsonArray(JsonSerializer.SerializeToNode(new CatalogueSource(source, citation), Written)),
            ["entries"] = new JsonObject([.. entries.Select(e => KeyValuePair.Create(e.Key, JsonSerializer.SerializeToNode(e.Value, Written)))]),
        };
        await File.WriteAllTextAsync(Path.Combine(directory, $"{id}.json"), file.ToJsonString(Written).ReplaceLineEndings("\n") + "\n", ct);
    }
}
