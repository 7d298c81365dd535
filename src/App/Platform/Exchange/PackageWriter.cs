using System.Text.Json.Nodes;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Exchange;

/// <summary>Writes bodies into a package; equal contents give equal bytes.</summary>
public sealed class PackageWriter(AppDb db, IEnumerable<ItemKind> kinds)
{
    public async Task<string> Write(string subject, IEnumerable<(string Key, BodyId Id)> bodies, CancellationToken ct)
    {
        var parts = new List<PackageBody>();
        foreach (var (key, id) in bodies.OrderBy(b => b.Key, StringComparer.Ordinal)) parts.Add(new PackageBody(key, await ItemsOf(id, ct)));
        return CanonicalJson.Write(new Package { Subject = subject, Bodies = parts }) + "\n";
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonNode>>> ItemsOf(BodyId body, CancellationToken ct)
    {
        var sections = new Dictionary<string, IReadOnlyDictionary<string, JsonNode>>(StringComparer.Ordinal);
        foreach (var kind in kinds.OrderBy(k => k.Order))
        {
            var items = await kind.Load(db, body, ct);
            if (items.Count > 0) sections[kind.Section] = items.ToDictionary(i => i.Key, i => JsonNode.Parse(i.Json)!, StringComparer.Ordinal);
        }

        return sections;
    }
}
