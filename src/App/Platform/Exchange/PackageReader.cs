using System.Text.Json;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Exchange;

/// <summary>Reads a package strictly: unknown names, wrong types and doubled properties are errors, all reported at once.</summary>
public sealed class PackageReader(IEnumerable<ItemKind> kinds)
{
    private const int MaxErrors = 200;

    public async Task<Result<PackageContents>> Read(Stream stream, CancellationToken ct)
    {
        if (stream.CanSeek && stream.Length > Limits.PackageBytes) return Refusal.Of<PlatformTexts>("package.too-large", Limits.PackageBytes / 1024 / 1024);
        Package? package;
        try
        {
            package = await JsonSerializer.DeserializeAsync<Package>(stream, CanonicalJson.Options, ct);
        }
        catch (JsonException e)
        {
            return Refusal.Of<PlatformTexts>("package.not-readable", e.LineNumber + 1 ?? 0, e.Path ?? "$");
        }

        if (package is null || package.Format != Package.FormatName) return Refusal.Of<PlatformTexts>("package.other-format");
        if (package.Version > Package.CurrentVersion) return Refusal.Of<PlatformTexts>("package.newer", package.Version, Package.CurrentVersion);
        var contents = new PackageContents(package.Subject, [], []);
        foreach (var body in package.Bodies) ReadBody(body, contents);
        return contents;
    }

    private void ReadBody(PackageBody body, PackageContents contents)
    {
        var id = BodyId.New();
        var items = new List<ModelItem>();
        foreach (var (section, entries) in body.Items)
        {
            var kind = kinds.FirstOrDefault(k => k.Section == section);
            foreach (var (key, node) in entries)
            {
                if (contents.Errors.Count >= MaxErrors) return;
                if (kind is null || key.Length is 0 or > Limits.KeyLength || !StoredText.IsPossible(key) || !StoredText.IsPossible(node))
                {
                    contents.Errors.Add($"{body.Key} / {section} / {key}");
                    continue;
                }

                try
                {
                    items.Add(kind.Make(id, key, node.ToJsonString()));
                }
                catch (JsonException e)
                {
                    contents.Errors.Add($"{body.Key} / {section} / {key}: {e.Path}");
                }
            }
        }

        contents.Bodies.Add((body.Key, items));
    }
}

/// <summary>What a package holds, or where it is wrong.</summary>
/// <param name="Subject">Key of what was exported, if the file says so.</param>
/// <param name="Bodies">Items by body; the body ids in them are placeholders.</param>
/// <param name="Errors">Places that cannot be read.</param>
public sealed record PackageContents(string? Subject, List<(string Key, IReadOnlyList<ModelItem> Items)> Bodies, List<string> Errors);
