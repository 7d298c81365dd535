using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NodaTime;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Reports;
using ResilienceMonitor.Reports.Paper;
using Xunit;

namespace ResilienceMonitor.App.Tests.Reports;

public sealed partial class CouncilPaperTests
{
    private const string Town = "ags:05958004";
    private const int FewRuns = 32;
    private static readonly ReportKind[] Kinds = Enum.GetValues<ReportKind>();

    [Theory, EveryDatabase]
    public async Task Every_paper_is_a_sound_file_in_both_languages_and_the_same_each_time(TestApp app)
    {
        await app.CreateTown(Town, 18_000, b => b with { Name = "<script>alert(1)</script>\u202E" });
        foreach (var culture in Languages.All)
            foreach (var kind in Kinds)
            {
                var file = await Write(app, kind, Asked(), culture);
                OfficeFile.MustBeValid(file.Bytes, kind == ReportKind.Slides);
                Assert.Equal(file.Bytes, (await Write(app, kind, Asked(), culture)).Bytes);
            }
    }

    [Theory]
    [InlineData(150)]
    [InlineData(950_000)]
    public async Task The_smallest_and_the_largest_body_get_their_paper(int population)
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await app.CreateTown(Town, population);
        foreach (var kind in Kinds) OfficeFile.MustBeValid((await Write(app, kind, Asked(), Languages.German)).Bytes, kind == ReportKind.Slides);
    }

    [Fact]
    public async Task The_public_part_tells_nothing_an_attacker_could_use()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        var provider = await app.CreateTown("provider:geheim", 0, b => b with { Name = "Geheimes Rechenzentrum", Kind = BodyKind.Provider });
        await app.CreateTown(Town, 18_000, b => b with { Providers = [provider.Key] });
        foreach (var culture in Languages.All)
        {
            var said = OfficeFile.TextOf((await Write(app, ReportKind.CouncilPaper, Asked(), culture)).Bytes);
            var annex = OfficeFile.TextOf((await Write(app, ReportKind.CouncilAnnex, Asked(), culture)).Bytes);
            var secrets = await SecretsOf(app, culture);
            Assert.True(secrets.Count > 100, "The test would have looked at nothing.");
            Assert.Contains(secrets, s => annex.Contains(s, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(secrets, s => said.Contains(s, StringComparison.OrdinalIgnoreCase));
            Assert.Matches(Times(), annex);
            Assert.DoesNotMatch(Times(), said);
        }
    }

    [Fact]
    public async Task The_numbers_of_the_paper_are_those_of_the_pages()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        var body = await app.CreateTown(Town, 18_000);
        var request = new PaperRequest(UsualScenario.SelectionOf(body)) { Fields = new() { Number = "17/2027", Date = new LocalDate(2027, 3, 15) } };
        var annex = OfficeFile.TextOf((await Write(app, ReportKind.CouncilAnnex, request, Languages.German)).Bytes);
        await using var host = await PageHost.Start(app);
        var start = (await host.Get($"/?body={Town}")).QuerySelector(".lead")!.TextContent.Trim();
        Assert.Contains(start, annex, StringComparison.Ordinal);

        var rows = (await host.Get($"/measures?Subject={Town}")).QuerySelectorAll("main table.table").Single(t => t.QuerySelectorAll("thead th").Length == 5).QuerySelectorAll("tbody tr").Take(PaperProposal.Usual).ToList();
        Assert.Equal(PaperProposal.Usual, rows.Count);
        foreach (var row in rows)
        {
            Assert.Contains(Words(row.Children[0]), annex, StringComparison.Ordinal);
            Assert.Contains(row.Children[1].ChildNodes[0].TextContent.Trim(), annex, StringComparison.Ordinal);
            Assert.Contains(row.Children[2].ChildNodes[0].TextContent.Trim(), annex, StringComparison.Ordinal);
        }

        var print = await host.Get($"/council-paper/print?Subject={Town}&Scenario={request.Selection.Scenario}&Number=17/2027&Date=2027-03-15&Part=annex");
        var shown = print.QuerySelectorAll(".document p, .document li, .document td, .document dd").Select(e => e.TextContent.Trim()).Where(t => t.Length > 0).ToList();
        Assert.True(shown.Count > 40, "Nothing was compared.");
        Assert.All(shown, t => Assert.Contains(t.Split('\n')[0], annex, StringComparison.Ordinal));
        Assert.Contains("17/2027", annex, StringComparison.Ordinal);
        Assert.Contains("2028", OfficeFile.TextOf((await Write(app, ReportKind.CouncilPaper, request, Languages.German)).Bytes), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_proposed_is_refused(TestApp app)
    {
        await app.CreateTown(Town, 18_000);
        Assert.Null((await app.Use<LoadPaper, Result<PaperProposal?>>((u, ct) => u.Propose(Asked(), ct))).Value);
        await Write(app, ReportKind.CouncilPaper, Asked(), Languages.German);
        Assert.Equal("report.measure-not-there", await Refused(Asked() with { Measures = ["none"] }));
        Assert.Equal("report.too-many-measures", await Refused(Asked() with { Measures = [.. Enumerable.Range(0, Limits.PaperMeasures + 1).Select(i => $"m{i}")] }));
        Assert.Equal("report.one-body", await Refused(new PaperRequest(Asked().Selection with { Body = null, Region = "region:x" })));

        async Task<string?> Refused(PaperRequest request) => (await app.Use<LoadPaper, Result<PaperProposal?>>((u, ct) => u.Propose(request, ct))).Refusal?.Code;
    }

    [Fact]
    public async Task The_plan_of_costs_adds_up()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        await app.CreateTown(Town, 18_000);
        await Write(app, ReportKind.CouncilPaper, Asked(), Languages.German);
        var all = (await app.Use<RankMeasures, Result<Ranking?>>((u, ct) => u.Find(Asked().Selection, ct))).Value!.Measures;
        var plan = CostPlan.Of(all, 2027);
        Assert.NotEmpty(plan.Lines);
        for (var year = 0; year < CostPlan.Years; year++) Assert.Equal(plan.Of(year), plan.Of(year, investment: true) + plan.Of(year, investment: false));
        Assert.Equal(plan.Lines.Sum(l => l.Sum), Enumerable.Range(0, CostPlan.Years).Sum(y => plan.Of(y)));
        Assert.True(plan.Of(0) > plan.Of(1), "One-off amounts are due in the first year.");
    }

    internal static PaperRequest Asked() => new(new Selection { Body = Town, Scenario = "provider-encryption", Runs = FewRuns });

    internal static async Task<ReportFile> Write(TestApp app, ReportKind kind, PaperRequest request, CultureInfo culture)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return (await app.Use<WriteReport, Result<ReportFile?>>((u, ct) => u.Run(kind, request, null, null, ct))).Value!;
    }

    private static string Words(IElement cell) => cell.QuerySelector("summary, a, span")?.TextContent.Trim() ?? cell.TextContent.Trim();

    private static async Task<List<string>> SecretsOf(TestApp app, CultureInfo culture)
    {
        CultureInfo.CurrentUICulture = culture;
        var prepared = (await app.Use<PrepareOutage, Result<PreparedOutage>>((u, ct) => u.Run(Asked().Selection, ct))).Value.Inputs;
        var measures = (await app.Use<RankMeasures, Result<Ranking?>>((u, ct) => u.Find(Asked().Selection, ct))).Value!.Measures;
        return await app.Use<ItemNames, List<string>>((names, _) => Task.FromResult<List<string>>(
        [
            .. prepared.Set.All.SelectMany(m => m.Resources.Select(r => names.Of(r.Key, r.Value)).Concat(m.Segments.Select(s => names.Of(s.Key, s.Value))).Concat(m.Services.Select(s => names.Of(s.Key, s.Value)))),
            .. prepared.Set.All.Where(m => m.Body.Kind == BodyKind.Provider).Select(m => m.Body.Name ?? m.Key),
            .. measures.Select(m => names.Of(m.Key, m.Measure)),
            .. new[] { prepared.Scenario.Title, prepared.Scenario.When, prepared.Scenario.Description }.Select(t => t!.ToString()),
        ]));
    }

    [GeneratedRegex(@"\b\d+ (Stunde|Tag|Woche|Monat|hour|day|week|month)", RegexOptions.IgnoreCase)]
    private static partial Regex Times();
}
