using System.Text.Json.Nodes;

namespace ResilienceMonitor.App.Tests.Hostile;

/// <summary>A package in which every text a person, a list or another installation can write is a hostile one.</summary>
internal sealed class HostileTown
{
    public const string ListKey = "hostile";
    public const string ScenarioKey = "hostile";
    public const string MeasureKey = "hostile";

    private readonly List<string> used = [];

    private HostileTown(JsonNode package)
    {
        foreach (var body in package["bodies"]!.AsArray()) Fill(body!["items"]!.AsObject());
        Package = package.ToJsonString();
    }

    public string Package { get; }

    /// <summary>The texts it holds, in the order of the package.</summary>
    public IReadOnlyList<string> Texts => used;

    /// <param name="package">Bodies with models of their own.</param>
    public static HostileTown Of(string package) => new(JsonNode.Parse(package)!);

    private void Fill(JsonObject items)
    {
        var body = items["bodies"]!.AsObject().First().Value!.AsObject();
        var origin = body["origin"]!;
        Add(items, "measures", MeasureKey, origin, """{"effects":[{"parameter":"backupUsable","operation":"atLeast","value":0.9}],"oneOffEuro":1000}""", "title", "description");
        Add(items, "scenarios", ScenarioKey, origin, """{"target":"own","hits":[{"key":"all","kind":"damaged"}],"gates":[{"key":"gate","duration":{"fixed":2}}]}""", "title", "when", "description", "yearlyChanceSource");
        Add(items, "statements", "own", origin, """{"statedOn":"2026-10-01"}""");
        Add(items, "regions", $"region:{ListKey}{used.Count}", origin, $$"""{"members":["{{items["bodies"]!.AsObject().First().Key}}"]}""");
        foreach (var (section, entries) in items)
            foreach (var (_, content) in entries!.AsObject()) Fill(section, content!.AsObject());
        Add(items, "lists", ListKey, origin, """{"kind":"service-sheet","columns":{"procedure":0}}""");
        var list = items["lists"]![ListKey]!.AsObject();
        list["name"] = Next();
        list["heads"] = Some(3);
        list["rows"] = new JsonArray([.. Enumerable.Range(0, 250).Select(n => new JsonObject { ["number"] = n + 2, ["cells"] = Some(3) })]);
    }

    private void Fill(string section, JsonObject content)
    {
        content["name"] = Next();
        content["origin"]!["source"] = Next();
        string[] further = section switch
        {
            "services" => ["productNumber"],
            "measures" => ["budgetProduct", "sourceNote"],
            "statements" => ["order", "contact", "reconnection"],
            _ => [],
        };
        foreach (var name in further) content[name] = Next();
        if (section == "services") content["leikaKeys"] = Some(1);
        if (section == "scenarios")
        {
            content["sources"] = Some(2);
            content["gates"]![0]!["title"] = Both();
        }

        if (section == "resources") content["required"] = new JsonObject { ["hours"] = 24, ["reason"] = Next() };
        foreach (var inner in Named(content)) inner["name"] = Next();
    }

    // What has a key of its own within an item has a name too.
    private static IEnumerable<JsonObject> Named(JsonObject content) =>
        new[] { content["substitutes"], content["deadlines"], content["team"]?["help"] }.OfType<JsonArray>().SelectMany(list => list.OfType<JsonObject>());

    private void Add(JsonObject items, string section, string key, JsonNode origin, string content, params string[] inBothLanguages)
    {
        var made = JsonNode.Parse(content)!.AsObject();
        made["origin"] = origin.DeepClone();
        foreach (var name in inBothLanguages) made[name] = Both();
        if (items[section] is not JsonObject entries) items[section] = entries = [];
        entries[key] = made;
    }

    private JsonObject Both() => new() { ["de"] = Next(), ["en"] = Next() };

    private JsonArray Some(int count) => new([.. Enumerable.Range(0, count).Select(_ => (JsonNode)Next())]);

    private string Next()
    {
        used.Add(HostileTexts.Kept[used.Count % HostileTexts.Kept.Count]);
        return used[^1];
    }
}
