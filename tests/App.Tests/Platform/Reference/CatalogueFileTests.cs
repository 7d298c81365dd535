using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using ResilienceMonitor.Platform.Reference;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Reference;

public sealed class CatalogueFileTests
{
    public static TheoryData<string> Files => Catalogues.Files;

    [Theory, MemberData(nameof(Files))]
    public async Task A_catalogue_conforms_to_its_schema(string file)
    {
        var schemaFile = Path.Combine(Catalogues.Directory, "schemas", $"{file}.schema.json");
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(schemaFile, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Catalogues.Json(file).ToJsonString()).Select(e => e.ToString()));
        Assert.Equal($"schemas/{file}.schema.json", Catalogues.Json(file)["$schema"]!.GetValue<string>());
        Assert.Equal(file, Catalogues.Json(file)["id"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Files))]
    public async Task A_schema_refuses_what_it_does_not_know(string file)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Catalogues.Directory, "schemas", $"{file}.schema.json"), TestContext.Current.CancellationToken);
        var json = Catalogues.Json(file);
        json["entries"]!.AsObject().First().Value!["surprise"] = 1;
        Assert.NotEmpty(schema.Validate(json.ToJsonString()));
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_text_stands_in_both_languages(string file)
    {
        var texts = Catalogues.Objects(Catalogues.Json(file)).Where(o => o.Object.ContainsKey("de") || o.Object.ContainsKey("en")).ToList();
        Assert.NotEmpty(texts);
        foreach (var (path, text) in texts)
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)text["de"]), $"{file} {path} lacks German.");
            Assert.False(string.IsNullOrWhiteSpace((string?)text["en"]), $"{file} {path} lacks English.");
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_number_names_its_source_or_is_marked_as_assumption(string file)
    {
        var json = Catalogues.Json(file);
        var known = json["sources"]!.AsArray().Select(s => (string)s!["id"]!).Append("assumption").ToHashSet();
        foreach (var (key, entry) in json["entries"]!.AsObject())
        {
            var basis = entry!["basis"]?.AsObject().ToDictionary(b => b.Key, b => (string)b.Value!) ?? [];
            Assert.All(basis, b => Assert.True(known.Contains(b.Value), $"{file}: {key} names the unknown source '{b.Value}'."));
            foreach (var path in Numbers(entry))
                Assert.True(basis.ContainsKey("*") || path.Any(basis.ContainsKey), $"{file}: {key} {string.Join('.', path)} has no basis.");
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_source_is_used(string file)
    {
        var json = Catalogues.Json(file);
        var used = json["entries"]!.AsObject().SelectMany(e => e.Value!["basis"]?.AsObject().Select(b => (string)b.Value!) ?? []).ToHashSet();
        var sources = json["sources"]!.AsArray().Select(s => (string)s!["id"]!).ToList();
        if (used.Count > 0) Assert.Empty(sources.Except(used));
        Assert.Equal(sources.Distinct(), sources);
    }

    [Fact]
    public void Keys_of_what_is_stored_are_unique_over_all_catalogues_so_that_a_key_alone_names_a_thing()
    {
        var keys = CatalogueIndex.Files.SelectMany(f => Catalogues.Json(f)["entries"]!.AsObject().Select(e => (Key: e.Key, File: f))).ToList();
        Assert.Empty(keys.GroupBy(k => k.Key).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(k => k.File))}"));
        Assert.All(keys, k => Assert.NotNull(Catalogues.Reference.NameOf(k.Key)));
    }

    [Fact]
    public void Parts_of_an_entry_have_names_too()
    {
        var german = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
        Assert.Equal("Personalausweis", Catalogues.Reference.Name("identity-card", german));
        Assert.Equal("Letzten Zahllauf wiederholen", Catalogues.Reference.Name("social-assistance-payments/repeat-last-run", german));
        Assert.Equal("Pay day", Catalogues.Reference.Name("payroll-payment/pay-day", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(Catalogues.Reference.NameOf("no-such-thing"));
    }

    [Fact]
    public void A_reader_can_look_up_where_a_number_comes_from()
    {
        Assert.Contains("Destatis", Catalogues.Reference.SourceOf("housing-benefit", "cases")!.De, StringComparison.Ordinal);
        Assert.Equal("Annahme", Catalogues.Reference.SourceOf("housing-benefit", "mtpdHours")!.De);
        Assert.NotEqual("Annahme", Catalogues.Reference.SourceOf("social-assistance-payments/repeat-last-run", "substitutes")!.De);
        Assert.Null(Catalogues.Reference.SourceOf("no-such-thing", "cases"));
    }

    [Fact]
    public void A_member_nobody_knows_stops_the_start_with_the_name_of_the_file()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory();
        try
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(Catalogues.Directory, "*.json")) File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            var states = Path.Combine(folder.FullName, "states.json");
            File.WriteAllText(states, File.ReadAllText(states).Replace("\"abbreviation\"", "\"anthem\": \"?\", \"abbreviation\"", StringComparison.Ordinal));
            Assert.Contains("states.json", Assert.Throws<InvalidDataException>(() => ReferenceData.Load(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The ways to all numbers of an entry, as property names.</summary>
    private static IEnumerable<IReadOnlyList<string>> Numbers(JsonNode? node, params IReadOnlyList<string> path) => node switch
    {
        JsonObject o => o.SelectMany(p => Numbers(p.Value, [.. path, p.Key])),
        JsonArray a => a.SelectMany(i => Numbers(i, path)),
        JsonValue v when v.GetValueKind() == JsonValueKind.Number => [path],
        _ => [],
    };
}
