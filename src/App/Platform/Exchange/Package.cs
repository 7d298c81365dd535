using System.Text.Json.Nodes;

namespace ResilienceMonitor.Platform.Exchange;

/// <summary>
/// The file <c>*.resmon.json</c>: bodies with everything they own, lossless. Described for others in docs/package.schema.json.
/// </summary>
public sealed record Package
{
    public const string FormatName = "resmon-package";
    public const int CurrentVersion = 1;

    public string Format { get; init; } = FormatName;
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Key of the body or region that was exported; the other bodies came along because it names them.</summary>
    public string? Subject { get; init; }

    public required IReadOnlyList<PackageBody> Bodies { get; init; }
}

/// <summary>One body: for each section (<c>bodies</c>, <c>services</c>, ...) its items by key.</summary>
public sealed record PackageBody(string Key, IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonNode>> Items);
