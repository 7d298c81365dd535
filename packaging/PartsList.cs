using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResilienceMonitor.Packaging;

/// <summary>
/// The list of parts (SBOM) in the form CycloneDX 1.6: every component with version, licence and digest, and below it every file of the program that
/// comes from it. Equal contents give equal bytes.
/// </summary>
public static class PartsList
{
    public const string FileName = "sbom.cdx.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(PublishedProgram program, string folder, string runtime, DateTimeOffset made)
    {
        var components = program.Components.Where(c => c != program.Product).OrderBy(c => c.PackageUrl, StringComparer.Ordinal).Select(c => Describe(c, folder, "library"));
        var document = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = made.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
                ["component"] = Describe(program.Product, folder, "application"),
                ["properties"] = new JsonArray(new JsonObject { ["name"] = "runtime", ["value"] = runtime }),
            },
            ["components"] = new JsonArray([.. components]),
            ["dependencies"] = new JsonArray(new JsonObject
            {
                ["ref"] = program.Product.PackageUrl,
                ["dependsOn"] = new JsonArray([.. program.Components.Where(c => c != program.Product).Select(c => c.PackageUrl).Order(StringComparer.Ordinal).Select(u => JsonValue.Create(u))]),
            }),
        };
        document.Insert(2, "serialNumber", $"urn:uuid:{SerialNumber(document.ToJsonString())}");
        return document.ToJsonString(Readable) + "\n";
    }

    /// <summary>Digests of all files of the program a list names.</summary>
    public static SortedDictionary<string, string> Files(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        var owners = document["components"]!.AsArray().Append(document["metadata"]!["component"]);
        var files = owners.SelectMany(o => o!["components"]?.AsArray() ?? []);
        return new SortedDictionary<string, string>(files.ToDictionary(f => f!["name"]!.GetValue<string>(), f => f!["hashes"]![0]!["content"]!.GetValue<string>()), StringComparer.Ordinal);
    }

    /// <summary>SHA-256 of a file as lists name it.</summary>
    public static string Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static JsonObject Describe(Component component, string folder, string type)
    {
        var described = new JsonObject
        {
            ["type"] = type,
            ["bom-ref"] = component.PackageUrl,
            ["name"] = component.Name,
            ["version"] = component.Version,
            ["copyright"] = component.Holder,
            ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = component.Licence } }),
            ["purl"] = component.PackageUrl,
        };
        if (component.Sha512 is { } digest)
            described.Insert(4, "hashes", new JsonArray(Hash("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(digest)))));
        if (component.Files.Count > 0)
            described["components"] = new JsonArray([.. component.Files.Select(f => DescribeFile(f, folder))]);
        return described;
    }

    private static JsonObject DescribeFile(string file, string folder) => new()
    {
        ["type"] = "file",
        ["name"] = file,
        ["hashes"] = new JsonArray(Hash("SHA-256", Digest(Path.Combine(folder, file)))),
    };

    private static JsonObject Hash(string algorithm, string digest) => new() { ["alg"] = algorithm, ["content"] = digest };

    // A name-based UUID over the content (RFC 9562, version 8): the same list always has the same number.
    private static Guid SerialNumber(string content)
    {
        var bytes = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
