using System.Text;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Import;
using Xunit;
using static ResilienceMonitor.App.Tests.Tables.TableFiles;

namespace ResilienceMonitor.App.Tests.Tables;

/// <summary>Lists whose headings are a town's own.</summary>
public sealed class ForeignListTests
{
    private const string List = "Softwareliste;;\nSoftware;Sachgebiet;Betrieb durch\nMeso neu;Bürgerbüro;IT-Dienstleister\nKatzenkartei;Ordnungsamt;im eigenen Haus\n";

    private static readonly SaidHead[] Said = [new("resources", "Software", "name"), new("resources", "Betrieb durch", "host"), new("resources", "Sachgebiet", KnownHead.Ignored)];

    [Theory, EveryDatabase]
    public async Task What_a_heading_means_is_asked_once(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var first = await Look(app, [], new Dictionary<int, string>());
        Assert.Equal(TableCode.NoTable, Assert.Single(first.Errors).Code);
        Assert.Null(Assert.Single(first.Questions).Table);
        var second = await Look(app, [], new Dictionary<int, string> { [0] = "resources" });
        var asked = Assert.Single(second.Questions);
        Assert.Equal(["Software", "Sachgebiet", "Betrieb durch"], asked.Columns.Select(c => c.Head));
        Assert.Equal(["Meso neu", "Katzenkartei"], asked.Columns[0].Examples);
        Assert.Empty((await Look(app, Said, new Dictionary<int, string> { [0] = "resources" })).Questions);
        var known = await Look(app, [], new Dictionary<int, string>());
        Assert.Empty(known.Questions);
        Assert.Equal(2, Assert.Single(known.Tables).Rows);
    }

    [Theory, EveryDatabase]
    public async Task A_product_is_recognised_as_its_function(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000, b => b with { Answers = b.Answers with { ProviderKnown = true } });
        await Look(app, Said, new Dictionary<int, string>());
        var before = (await app.Model()).Resources;
        var imported = await app.Import(Encoding.UTF8.GetBytes(List), Take with { GoodRows = true });
        var after = (await app.Model()).Resources;
        Assert.Equal(ResilienceMonitor.Services.ResourceHost.Provider, after["population-register"].Host);
        Assert.Equal(before["population-register"].Name, after["population-register"].Name);
        Assert.Contains(imported.Notes, n => n is { Code: TableCode.Product, Row: 3 });
        var missing = Assert.Single(imported.Errors);
        Assert.Equal((TableCode.Missing, 4), (missing.Code, missing.Row));
    }

    [Theory]
    [InlineData("Meso neu", "population-register")]
    [InlineData("OK.VERKEHR FSW (neu)", "driving-licences")]
    [InlineData("OK.VERKEHR", "vehicle-registration-system")]
    [InlineData("Advis", "foreigners-office")]
    [InlineData("Mesosphäre", null)]
    public async Task Products_are_known_by_whole_words(string name, string? function)
    {
        await using var app = TestApp.OnSqlite();
        Assert.Equal(function, await app.Use<ProductNames, string?>((p, _) => Task.FromResult(p.Find(name))));
    }

    private static async Task<TableImport> Look(TestApp app, IReadOnlyList<SaidHead> said, IReadOnlyDictionary<int, string> tables)
    {
        var file = new HandedIn("software.csv", "text/csv", Encoding.UTF8.GetBytes(List));
        var taken = await app.Use<TakeTables, Result<TakenTables>>((u, ct) => u.Run(Key, file, null, said, Take with { DryRun = true, SheetTables = tables }, ct));
        return taken.Value.Import;
    }
}
