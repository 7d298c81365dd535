using System.Text;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Import;
using Xunit;
using static ResilienceMonitor.App.Tests.Tables.TableFiles;

namespace ResilienceMonitor.App.Tests.Tables;

public sealed class TableImportTests
{
    [Theory, EveryDatabase]
    public async Task A_changed_cell_changes_one_value_and_says_that_a_person_did(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var file = Csv("Schlüssel;Name;Fälle je Woche;Maximal tolerierbare Ausfallzeit (Stunden)\nresidence-registration;Meldewesen;1.234,5;600\n");
        var shown = await app.Import(file, Take with { DryRun = true });
        var before = await app.Model();
        var imported = await app.Import(file, Take with { Expected = shown.State });
        Assert.Empty(imported.Errors);
        Assert.True(imported.Written);
        var difference = Assert.Single(imported.Differences);
        Assert.Equal(RowChange.Changed, difference.Kind);
        Assert.Equal(["Name", "Fälle je Woche", "Maximal tolerierbare Ausfallzeit (Stunden)"], difference.Values.Select(v => v.Head));
        var (old, now) = (before.Services["residence-registration"], (await app.Model()).Services["residence-registration"]);
        Assert.Equal(("Meldewesen", 1234.5, 600.0), (now.Name, now.CasesPerWeek, now.MtpdHours));
        Assert.Equal(["casesPerWeek", "mtpdHours", "name"], now.Origins.Keys.Order());
        Assert.All(now.Origins.Values, o => Assert.Equal(OriginKind.Person, o.Kind));
        Assert.Equal(CanonicalJson.Write(old with { Name = now.Name, CasesPerWeek = now.CasesPerWeek, MtpdHours = now.MtpdHours, Origins = now.Origins }), CanonicalJson.Write(now));
        Assert.False((await app.Import(file)).Written);
        Assert.Equal("item.changed-meanwhile", (await app.Use<ImportTables, Result<TableImport>>((u, ct) => u.Run(Key, file, Take with { Expected = shown.State }, ct))).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task An_import_is_one_change_and_can_be_taken_back(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var before = SnapshotJson.HashOf(await app.Model());
        var rows = string.Concat(Enumerable.Range(1, 500).Select(n => $"eigene-{n};Verfahren {n};Fachverfahren\n"));
        var imported = await app.Import(Csv($"Schlüssel;Name;Art\n{rows}"));
        Assert.Equal((500, true), (imported.Count(RowChange.New), imported.Written));
        var body = await app.FindBody(Key);
        var change = (await app.Use<History, IReadOnlyList<Event>>((h, ct) => h.Latest(body.BodyId, "eigene-500", ct)))[0].ChangeId;
        Assert.Null((await app.Use<UndoModelChange, Result<int>>((u, ct) => u.Run(Key, change, ct))).Refusal);
        Assert.Equal(before, SnapshotJson.HashOf(await app.Model()));
    }

    [Theory, EveryDatabase]
    public async Task What_is_missing_goes_only_from_a_table_that_is_complete(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var file = Csv("Leistung (Schlüssel);Schlüssel;Name;Wann;Datum\nelections;kommunalwahl;Kommunalwahl;ein einziges Datum;13.9.2026\n");
        var some = await app.Import(file, Take with { DryRun = true });
        Assert.Equal((1, 0), (some.Count(RowChange.New), some.Count(RowChange.Gone)));
        var all = await app.Import(file, Complete("deadlines"));
        Assert.Empty(all.Errors);
        Assert.True(all.Count(RowChange.Gone) > 3);
        var deadlines = (await app.Model()).Services.Values.SelectMany(s => s.Deadlines).ToList();
        Assert.Equal("kommunalwahl", Assert.Single(deadlines).Key);
        Assert.False((await app.Import(file, Complete("deadlines"))).Written);
    }

    [Theory, EveryDatabase]
    public async Task A_circle_is_named_at_the_row_that_closes_it(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000, b => b with { Answers = b.Answers with { ProviderKnown = true } });
        await app.Import(Csv("Schlüssel;Name;Art\neins;Eins;Server\nzwei;Zwei;Server\ndrei;Drei;Server\n"));
        var file = Csv("Ressource (Schlüssel);Gruppe;Benötigt (Schlüssel)\neins;1;zwei\nzwei;1;drei\ndrei;1;Eins\ndrei;2;Vier\n");
        var imported = await app.Import(file, Take with { GoodRows = true });
        Assert.Equal([(2, "table.row-in-circle"), (3, "table.row-in-circle"), (4, "table.row-in-circle"), (5, "table.unknown")], imported.Errors.Select(e => (e.Row!.Value, e.Code)).Order());
        Assert.Empty((await app.Model()).Resources["drei"].Needs);
        Assert.True((await app.Import(Csv("Ressource (Schlüssel);Gruppe;Benötigt (Schlüssel)\neins;1;zwei\nzwei;1;drei\n"))).Written);
    }

    [Theory, EveryDatabase]
    public async Task Hostile_texts_stay_texts(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        string[] hostile = ["=1+1", "+49 2931 1", "-5", "@SUM(A1)", "'=1", "''x", "<script>alert(1)</script>", "a;b\"c", "\u2028".Length == 1 ? "ok" : ""];
        var body = await app.FindBody(Key);
        var model = await app.Model();
        foreach (var (service, text) in model.Services.Zip(hostile))
            await app.Use<ResilienceMonitor.Bodies.Items.SaveItem, bool>(async (u, ct) =>
            {
                var found = await app.Use<ResilienceMonitor.Bodies.Items.FindItem, Result<ResilienceMonitor.Bodies.Items.FoundItem>>((f, c) => f.Run(Key, "services", service.Key, c));
                return (await u.Run(Key, "services", service.Key, found.Value.Version, service.Value with { Name = text }, ct)).Refusal is null;
            });
        var before = SnapshotJson.HashOf(await app.Model());
        foreach (var format in Enum.GetValues<TableFormat>())
        {
            var imported = await app.Import(await app.Export(format));
            Assert.Empty(imported.Differences);
            Assert.Empty(imported.Errors);
        }

        Assert.Equal(before, SnapshotJson.HashOf(await app.Model()));
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(await app.Export(TableFormat.Csv)));
        using var services = new StreamReader(archive.GetEntry("Leistungen.csv")!.Open());
        var cells = (await services.ReadToEndAsync(TestContext.Current.CancellationToken)).Split(';', '\n').Select(c => c.Trim('"'));
        Assert.DoesNotContain(cells, c => c.Length > 1 && c[0] is '=' or '+' or '@');
    }

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);
}
