using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using NJsonSchema;
using ResilienceMonitor.App.Tests.Bodies.Import;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Docs;

/// <summary>docs/package.schema.json describes what is written and names every property there is, so that it cannot drift.</summary>
public sealed class PackageSchemaTests
{
    private const string Region = "region:sauerland";
    private const string Town = "ags:05958004";

    private static readonly string Docs = Path.Combine(SharedData.Root, "docs");
    private static readonly string SchemaText = File.ReadAllText(Path.Combine(Docs, "package.schema.json"));
    private static readonly JsonObject Definitions = JsonNode.Parse(SchemaText)!["definitions"]!.AsObject();
    private static readonly IReadOnlyList<ItemKind> Kinds = AllKinds();

    public static IEnumerable<TheoryDataRow<string>> Types => Reachable().Select(t => new TheoryDataRow<string>(t.FullName!));

    [Theory, EveryDatabase]
    public async Task An_exported_region_conforms_to_the_schema(TestApp app)
    {
        await using var list = new MemoryStream(Encoding.UTF8.GetBytes($"{Importing.Header}05958004;Arnsberg;Stadt;;74000;SIT\n05958008;Brilon;Stadt;;25500;SIT\n"));
        await app.Use<ImportBodies, BodyImport>((u, ct) => u.Run(list, "sauerland.csv", null, false, ct));
        foreach (var body in new[] { Town, "provider:sit" }) Assert.Null((await app.Use<AdoptModel, Result<Body>>((u, ct) => u.Run(body, ct))).Refusal);
        foreach (var (key, measure) in MeasureCatalogue.From(Catalogues.Reference))
            Assert.Null((await app.Use<SaveMeasure, Result<Measure>>((u, ct) => u.Run(Town, key, 0, measure, ct))).Refusal);

        var package = await Import(app, WithScenarios(await Export(app)));
        await AssertConforms(package);
        var sections = JsonNode.Parse(package)!["bodies"]!.AsArray().SelectMany(b => b!["items"]!.AsObject().Select(i => i.Key)).ToHashSet();
        Assert.Equal(Kinds.Select(k => k.Section).ToHashSet(), sections);
    }

    [Theory, EveryDatabase]
    public async Task The_example_of_the_page_conforms_and_comes_back_as_it_is(TestApp app)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Docs, "package.md"), TestContext.Current.CancellationToken);
        var example = page.Split("```json")[1].Split("```")[0];
        await AssertConforms(example);
        Assert.Equal(CanonicalJson.Write(JsonNode.Parse(example)) + "\n", await Import(app, example, "ags:01000001"));
    }

    [Theory]
    [InlineData("\"municipality\"", "\"village\"")]
    [InlineData("\"date\"", "\"day\"")]
    [InlineData("\"population\":", "\"inhabitants\":")]
    [InlineData("{\"fixed\":24}", "{\"fixed\":24,\"min\":1,\"likely\":2,\"max\":3}")]
    [InlineData("{\"fixed\":24}", "{\"min\":1,\"max\":3}")]
    [InlineData("\"resmon-package\"", "\"other\"")]
    public async Task What_a_package_may_not_hold_does_not_conform(string right, string wrong)
    {
        const string package = """
            {"format":"resmon-package","version":1,"bodies":[{"key":"ags:01000001","items":{"bodies":{"ags:01000001":
            {"kind":"municipality","population":1000,"origin":{"kind":"person","date":"2026-11-21"},
            "team":{"people":1,"help":[{"key":"h","people":1,"delayHours":{"fixed":24}}]}}}}}]}
            """;
        await AssertConforms(package);
        Assert.Contains(right, package, StringComparison.Ordinal);
        Assert.NotEmpty((await Schema()).Validate(package.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_property_and_word_stands_in_the_schema(string typeName)
    {
        var type = typeof(Body).Assembly.GetType(typeName) ?? typeof(Simulation.OutageSimulation).Assembly.GetType(typeName)!;
        var definition = Definitions[Camel(type.Name)]?.AsObject();
        Assert.True(definition is not null, $"The schema does not define {Camel(type.Name)}.");
        if (type.IsEnum)
        {
            Assert.Equal(Enum.GetNames(type).Select(Camel).Order(), definition["enum"]!.AsArray().Select(v => (string)v!).Order());
            return;
        }

        var properties = definition["properties"]!.AsObject();
        Assert.Equal(Properties(type).Select(p => Camel(p.Name)).Order(), properties.Select(p => p.Key).Order());
        var required = definition["required"]?.AsArray().Select(r => (string)r!).ToHashSet() ?? [];
        Assert.Empty(Properties(type).Where(p => p.IsDefined(typeof(RequiredMemberAttribute))).Select(p => Camel(p.Name)).Except(required));
        Assert.All(properties, p => Assert.True(Describes(p.Value!), $"{type.Name}.{p.Key} has no description."));
    }

    [Fact]
    public void Every_section_stands_in_the_schema_and_nothing_else()
    {
        var sections = Definitions["packageBody"]!["properties"]!["items"]!["properties"]!.AsObject().Select(s => s.Key).ToList();
        Assert.Equal(Kinds.Select(k => k.Section).Order(), sections.Order());
        foreach (var kind in Kinds)
            Assert.Equal($"#/definitions/{Camel(ContentOf(kind).Name)}", (string)Definitions[kind.Section]!["patternProperties"]!.AsObject().Single().Value!["$ref"]!);
        Assert.Empty(Definitions.Select(d => d.Key).Except(Reachable().Select(t => Camel(t.Name))).Except(sections).Except(["packageBody"]));
    }

    private static async Task<string> Export(TestApp app, string? body = null) =>
        (await app.Use<ExportPackage, Result<string>>((u, ct) => body is null ? u.Region(Region, ct) : u.Body(body, ct))).Value;

    private static async Task<string> Import(TestApp app, string package, string? body = null)
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(package));
        Assert.Null((await app.Use<ImportPackage, Result<ImportedPackage>>((u, ct) => u.Run(stream, false, ct))).Refusal);
        return await Export(app, body);
    }

    private static string WithScenarios(string package)
    {
        var root = JsonNode.Parse(package)!;
        var town = root["bodies"]!.AsArray().Single(b => (string)b!["key"]! == Town)!;
        town["items"]!["statements"] = JsonNode.Parse("""{"provider:sit":{"origin":{"kind":"person","date":"2026-11-22"},"statedOn":"2026-11-22","promisedHours":120,"protectedBackup":true,"order":"x","lastFullRestore":"2026-01-02"}}""");
        town["items"]!["lists"] = JsonNode.Parse("""{"service-sheet":{"kind":"service-sheet","name":"Rechnung","origin":{"kind":"import","date":"2026-11-22"},"heads":["Verfahren"],"columns":{"procedure":0},"rows":[{"number":2,"cells":["MESO"],"means":"resources/population-register"},{"number":3,"cells":["Summe"],"ignored":true}]}}""");
        town["items"]!["scenarios"] = CanonicalJson.ToNode(ScenarioCatalogue.From(Catalogues.Reference));
        return root.ToJsonString();
    }

    private static async Task AssertConforms(string package) => Assert.Empty((await Schema()).Validate(package).Select(e => e.ToString()));

    private static Task<JsonSchema> Schema() => JsonSchema.FromJsonAsync(SchemaText, TestContext.Current.CancellationToken);

    private static List<ItemKind> AllKinds()
    {
        var services = new ServiceCollection();
        Features.Add(services);
        return [.. services.Where(s => s.ServiceType == typeof(ItemKind)).Select(s => (ItemKind)s.ImplementationInstance!)];
    }

    private static Type ContentOf(ItemKind kind) => kind.GetType().GetGenericArguments()[1];

    /// <summary>All records and enums a package can hold, from the contents of the kinds of items on.</summary>
    private static List<Type> Reachable()
    {
        var found = new List<Type>();
        var open = new Stack<Type>(Kinds.Select(ContentOf));
        while (open.TryPop(out var type))
        {
            if (found.Contains(type)) continue;
            found.Add(type);
            foreach (var next in Properties(type).Select(p => ElementOf(p.PropertyType)).Where(IsOurs)) open.Push(next);
        }

        return found;
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.IsEnum ? [] : type.GetProperties().Where(p => !p.IsDefined(typeof(JsonIgnoreAttribute)));

    private static Type ElementOf(Type type) => type.IsGenericType ? ElementOf(type.GetGenericArguments()[^1]) : type;

    private static bool IsOurs(Type type) => type.Namespace!.StartsWith("ResilienceMonitor", StringComparison.Ordinal);

    private static bool Describes(JsonNode property) =>
        property["description"] is not null || (property["$ref"] is { } reference && Definitions[((string)reference!).Split('/')[^1]]!["description"] is not null);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
