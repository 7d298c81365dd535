using System.Text;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Lists;
using Xunit;
using static ResilienceMonitor.App.Tests.Tables.TableFiles;

namespace ResilienceMonitor.App.Tests.Tables;

/// <summary>Lists a town already has, as they are.</summary>
public sealed class OwnListTests
{
    private const string Invoice = "Rechnung 2026-10;;\nPos.;Produktbezeichnung;Anzahl Nutzer;Betrag\n1;MESO neu Grundmodul;14;412,00\n2;Katzenkartei;2;20,00\n3;MESO Auskunft;3;60,00\nSumme;;;492,00\n";
    private const string Calendar = "Terminplan der Stadtkasse;;\nZahltag;Zahllauf;Bemerkung\n16.02.2026;Grundsteuer Quartal;\n15.05.2026;Grundsteuer Quartal;\n17.08.2026;Grundsteuer Quartal;\n16.11.2026;Grundsteuer Quartal;\n13.09.2026;Kommunalwahl;\n30.01.2026;Gehälter;\n27.02.2026;Gehälter;\n31.03.2026;Gehälter;\n";

    [Theory, EveryDatabase]
    public async Task An_invoice_moves_what_it_names_to_the_provider(TestApp app)
    {
        using var _ = new InLanguage("de");
        await HostedTownWithOwnRegister(app);
        var before = await app.Model();
        var list = await Keep(app, Invoice);
        Assert.Equal((ListKind.ServiceSheet, 4), (list.Content.Kind, list.Content.Rows.Count));
        Assert.Equal(["1", "MESO neu Grundmodul", "14", "412,00"], list.Content.Rows[0].Cells);
        Assert.Equal(SnapshotJson.HashOf(before), SnapshotJson.HashOf(await app.Model()));
        var reading = await Read(app, list.Key);
        Assert.Equal(["population-register", null, "population-register", null], reading.Rows.Select(r => r.Key));
        Assert.Equal("Katzenkartei", Assert.Single(reading.Open).Subject);
        var move = Assert.Single(reading.Proposals);
        Assert.Equal(("resources/population-register", true), (move.Item, move.Suggested));
        Assert.Equal([3, 5], move.Rows);
        var change = await Take(app, list.Key, [move.Id]);
        var after = await app.Model();
        Assert.DoesNotContain("population-register", after.Resources.Keys);
        Assert.All(after.Services["residence-registration"].Needs.SelectMany(n => n.Members).Where(m => m.Resource.EndsWith("population-register", StringComparison.Ordinal)), m => Assert.StartsWith("provider:", m.Resource, StringComparison.Ordinal));
        Assert.Equal((OriginKind.Import, "rechnung.csv"), (after.Services["residence-registration"].Origins["needs"].Kind, after.Services["residence-registration"].Origins["needs"].Source));
        Assert.Empty((await Read(app, list.Key)).Proposals);
        Assert.Null((await app.Use<UndoModelChange, Result<int>>((u, ct) => u.Run(Key, change, ct))).Refusal);
        Assert.Equal(SnapshotJson.HashOf(before), SnapshotJson.HashOf(await app.Model()));
    }

    [Theory, EveryDatabase]
    public async Task What_a_person_entered_is_not_suggested_to_change(TestApp app)
    {
        using var _ = new InLanguage("de");
        await HostedTownWithOwnRegister(app, byPerson: true);
        var list = await Keep(app, Invoice);
        var move = Assert.Single((await Read(app, list.Key)).Proposals);
        Assert.True(move.AgainstPerson);
        Assert.False(move.Suggested);
        Assert.Contains("population-register", (await app.Model()).Resources.Keys);
    }

    [Theory, EveryDatabase]
    public async Task A_calendar_of_the_treasury_becomes_rules(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        await Change(app, "payroll-payment", s => s with { Deadlines = [] });
        await Change(app, "taxes-and-levies", s => s with { Deadlines = [] });
        var list = await Keep(app, Calendar, "kasse.csv");
        Assert.Equal(ListKind.PaymentCalendar, list.Content.Kind);
        var proposals = (await Read(app, list.Key)).Proposals;
        Assert.Equal(["services/elections", "services/payroll-payment", "services/taxes-and-levies"], proposals.Select(p => p.Item).Order());
        // Whoever emptied the deadlines is a person, so theirs are not ticked.
        Assert.Equal([true, false, false], proposals.OrderBy(p => p.Item).Select(p => p.Suggested));
        await Take(app, list.Key, [.. proposals.Select(p => p.Id)]);
        var services = (await app.Model()).Services;
        var tax = Assert.Single(services["taxes-and-levies"].Deadlines);
        Assert.Equal((DeadlineRule.DayOfMonth, 15, "Grundsteuer Quartal"), (tax.Rule, tax.Day, tax.Name));
        Assert.Equal([2, 5, 8, 11], tax.Months);
        Assert.Equal(DeadlineRule.LastBankDay, Assert.Single(services["payroll-payment"].Deadlines).Rule);
        Assert.Equal(new(2026, 9, 13), Assert.Single(services["elections"].Deadlines).Date);
        Assert.Empty((await Read(app, list.Key)).Proposals);
    }

    [Theory, EveryDatabase]
    public async Task Dates_the_starter_model_already_knows_change_nothing(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var list = await Keep(app, Calendar.Replace("13.09.2026;Kommunalwahl;\n", "", StringComparison.Ordinal));
        Assert.Empty((await Read(app, list.Key)).Proposals);
    }

    [Theory, EveryDatabase]
    public async Task A_register_of_processing_names_needs_and_a_directory_names_keys(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var register = await Keep(app, "Verarbeitungstätigkeit;Fachbereich;Kategorien von Empfängern;Löschfrist\nBearbeitung von Wohngeldanträgen;Soziales;Finanzamt, Sparkasse;10 Jahre\nGästebuch;Zentrale;;\n");
        var reading = await Read(app, register.Key);
        Assert.Equal((ListKind.ProcessingRegister, "housing-benefit"), (register.Content.Kind, reading.Rows[0].Key));
        Assert.All(reading.Proposals, p => Assert.False(p.Suggested));
        var directory = await Keep(app, "Leistungsschlüssel;Leistungsbezeichnung;Zuständige Stelle\n99107023017000;Wohngeld Bewilligung;Sozialamt\n99008001012000;Irgendwas;Bürgerbüro\n");
        var keys = await Read(app, directory.Key);
        Assert.Equal(["housing-benefit", "identity-card"], keys.Rows.Select(r => r.Key));
        var leika = Assert.Single(keys.Proposals, p => p.Id.StartsWith("leika", StringComparison.Ordinal));
        Assert.Equal("services/housing-benefit", leika.Item);
        await Take(app, directory.Key, [leika.Id]);
        Assert.Contains("99107023017000", (await app.Model()).Services["housing-benefit"].LeikaKeys);
    }

    [Theory, EveryDatabase]
    public async Task What_was_said_of_a_row_holds_for_the_next_version_of_the_list(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var list = await Keep(app, Invoice);
        var said = new Dictionary<int, RowAnswer> { [4] = new("resources/appointments", false), [6] = new(null, true) };
        Assert.Null((await app.Use<AnswerOwnList, Result<OwnList>>((u, ct) => u.Run(Key, list.Key, list.RowVersion, new(new Dictionary<string, int>(), said), ct))).Refusal);
        Assert.Empty((await Read(app, list.Key)).Open);
        Assert.Equal("item.changed-meanwhile", (await app.Use<AnswerOwnList, Result<OwnList>>((u, ct) => u.Run(Key, list.Key, list.RowVersion, new(new Dictionary<string, int>(), said), ct))).Refusal?.Code);
        var next = await Keep(app, Invoice.Replace("3;MESO", "2a;Neues;1;1\n3;MESO", StringComparison.Ordinal), replaces: list.Key);
        Assert.Equal(list.Key, next.Key);
        var reading = await Read(app, next.Key);
        Assert.Equal("Neues", Assert.Single(reading.Open).Subject);
        Assert.Equal("appointments", reading.Rows[1].Key);
    }

    [Theory, EveryDatabase]
    public async Task A_strange_heading_is_asked_once(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        const string strange = "Was;Wieviel;Kostet\nMESO neu;3;5\n";
        Assert.Equal("list.not-recognised", (await Try(app, strange, null)).Refusal?.Code);
        var list = (await Try(app, strange, ListKind.ServiceSheet)).Value.List!;
        Assert.Equal(["procedure"], (await Read(app, list.Key)).MissingColumns);
        await app.Use<AnswerOwnList, Result<OwnList>>((u, ct) => u.Run(Key, list.Key, list.RowVersion, new(new Dictionary<string, int> { ["procedure"] = 0 }, new Dictionary<int, RowAnswer>()), ct));
        Assert.Equal("population-register", (await Read(app, list.Key)).Rows[0].Key);
        Assert.Equal(0, (await Try(app, strange, ListKind.ServiceSheet)).Value.List!.Content.Columns["procedure"]);
    }

    private static async Task HostedTownWithOwnRegister(TestApp app, bool byPerson = false)
    {
        await app.CreateTown(Key, 18_000);
        // A hosted town that somebody once described as running the register itself.
        var model = await app.Model();
        var resource = new ResourceContent { CatalogueKey = "population-register", Kind = ResourceKind.Application, Host = ResourceHost.Own, Origin = new(byPerson ? OriginKind.Person : OriginKind.Starter, new(2026, 1, 1)) };
        await app.Use<SaveItem, Result<FoundItem>>((u, ct) => u.Run(Key, "resources", "population-register", "", resource, ct));
        await Change(app, "residence-registration", s => s with { Needs = [.. s.Needs.Select(g => new NeedGroup([.. g.Members.Select(m => m.Resource.EndsWith("/population-register", StringComparison.Ordinal) ? m with { Resource = "population-register" } : m)]))] });
        Assert.NotEqual(SnapshotJson.HashOf(model), SnapshotJson.HashOf(await app.Model()));
    }

    private static async Task Change(TestApp app, string key, Func<ServiceContent, ServiceContent> change)
    {
        var model = await app.Model();
        await app.Use<AdoptModel, Result<Body>>((u, ct) => u.Run(Key, ct));
        var row = await app.Use<ItemForEditing, EditedItem<ServiceContent>?>(async (u, ct) => await u.Service(await app.FindBody(Key), model, key, ct));
        var changed = change(row!.Content);
        Assert.Null((await app.Use<ChangeService, Result<Service>>((u, ct) => u.Run(Key, key, row.RowVersion, changed with { Origins = new Dictionary<string, Origin> { ["deadlines"] = new(OriginKind.Person, new(2026, 1, 1)) } }, ct))).Refusal);
    }

    private static Task<Result<KeptList>> Try(TestApp app, string csv, string? kind, string name = "rechnung.csv", string? replaces = null) =>
        app.Use<KeepOwnList, Result<KeptList>>((u, ct) => u.Run(Key, new HandedIn(name, "text/csv", Encoding.UTF8.GetBytes(csv)), kind, replaces, ct));

    private static async Task<OwnList> Keep(TestApp app, string csv, string name = "rechnung.csv", string? replaces = null) => (await Try(app, csv, null, name, replaces)).Value.List!;

    private static async Task<ListReading> Read(TestApp app, string key) => (await app.Use<ReadOwnList, Result<ListReading>>((u, ct) => u.Run(Key, key, ct))).Value;

    private static async Task<Guid> Take(TestApp app, string key, HashSet<string> ids) => (await app.Use<TakeProposals, Result<Guid>>((u, ct) => u.Run(Key, key, ids, ct))).Value;
}
