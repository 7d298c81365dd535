using System.Text.Json.Nodes;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Starter;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Model;
using Xunit;

namespace ResilienceMonitor.App.Tests.Tables;

public sealed class RoundTripTests
{
    private static readonly string[] AllTables = [.. ModelTables.All.Select(t => t.Name)];

    [Theory, EveryDatabase]
    public async Task The_demonstration_comes_back_unchanged(TestApp app)
    {
        var bodies = await Demonstration(app);
        (string, TableFormat)[] ways = [("de", TableFormat.Xlsx), ("en", TableFormat.Csv), ("en", TableFormat.Xlsx), ("de", TableFormat.Csv)];
        foreach (var (place, (language, format)) in ways.Index())
        {
            using var _ = new InLanguage(language);
            foreach (var key in place < 2 ? bodies : bodies.Take(2))
            {
                var before = SnapshotJson.HashOf(await app.Model(key));
                var imported = await app.Import(await app.Export(format, key), TableFiles.Complete(AllTables), key);
                Assert.True(imported.Errors.Count == 0, $"{key}, {language}, {format}: {string.Join('\n', imported.Errors.Take(5))}");
                Assert.Empty(imported.Differences);
                Assert.Equal(AllTables.Length, imported.Tables.Count);
                Assert.False(imported.Written);
                Assert.Equal(before, SnapshotJson.HashOf(await app.Model(key)));
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Tables_alone_make_the_same_model_in_an_empty_body(TestApp app)
    {
        using var _ = new InLanguage("de");
        foreach (var key in new[] { TableFiles.Key, "ags:05958008" })
            await app.CreateTown(key, 18_000, b => b with { Answers = b.Answers with { ProviderKnown = true } });
        await Empty(app, "ags:05958008");
        foreach (var format in Enum.GetValues<TableFormat>())
        {
            var imported = await app.Import(await app.Export(format), TableFiles.Complete(AllTables), "ags:05958008");
            Assert.Empty(imported.Errors);
            Assert.Equal(Values(await app.Model()), Values(await app.Model("ags:05958008")));
        }
    }

    internal static async Task<IReadOnlyList<string>> Demonstration(TestApp app)
    {
        var content = await app.Use<ReferenceData, IReadOnlyDictionary<string, BodyContent>>((r, _) => Task.FromResult(DemonstrationCatalogue.From(r)));
        foreach (var (key, body) in content) Assert.Null((await app.Use<CreateBody, Result<Body>>((u, ct) => u.Run(key, body, ct))).Refusal);
        return [.. content.Keys];
    }

    // A body that says its model is empty: everything that comes, comes from the tables.
    private static async Task Empty(TestApp app, string key)
    {
        var body = await app.FindBody(key);
        var without = body.Content with { OwnModel = true };
        Assert.Null((await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(key, body.RowVersion, without, ct))).Refusal);
    }

    // Where values come from differs; the values must not. Numbers in a workbook have 15 digits.
    private static string Values(BodyModel model)
    {
        var json = ModelJson.Of(model, new Dictionary<string, ResilienceMonitor.Measures.MeasureContent>());
        return Plain(json).ToJsonString();
    }

    private static JsonNode Plain(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.Where(p => p.Key is not ("origin" or "origins")).Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : (JsonNode?)Plain(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(n => Plain(n!))]),
        JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.Number => JsonValue.Create(Math.Round(v.GetValue<double>(), 9)),
        _ => node.DeepClone(),
    };
}
