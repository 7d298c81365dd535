using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Services.Dependencies;
using ResilienceMonitor.Services.Pages;
using ResilienceMonitor.Services.Pages.Picture;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages.Picture;

public sealed class DependenciesPageTests
{
    private const string All = $"/dependencies?body={EditedTown.Key}";

    [Theory, EveryDatabase]
    public async Task The_picture_leads_to_every_service_and_resource_and_the_tables_say_the_same(TestApp app)
    {
        var body = await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var page = await host.Get(All);
        var view = await app.View(body);
        Assert.Matches(@"^\d+ Leistungen stehen auf \d+ Ressourcen\. \d+ davon legen", page.QuerySelector(".lead")!.TextContent.Trim());
        var drawn = page.QuerySelectorAll(".deps__picture a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(drawn.Distinct(), drawn);
        Assert.Equal(page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")).Order(), drawn.Order());
        Assert.Superset(view.OwnServices.Where(s => s.Value.Needs.Count > 0).Select(s => ModelAddress.Service(view, s.Key)).ToHashSet(), drawn.ToHashSet());
        Assert.All(page.QuerySelectorAll(".deps__picture a"), a => Assert.NotEmpty(a.QuerySelector("title")!.TextContent));
        Assert.Empty(page.QuerySelectorAll("main [style], main script"));
    }

    [Theory, EveryDatabase]
    public async Task Shapes_tell_the_provider_and_the_single_points_and_the_legend_explains_them(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var page = await host.Get(All);
        var directory = Box(page, "/resources/directory?");
        var printer = Box(page, "/resources/registry-printer?");
        Assert.NotEqual(Corners(directory), Corners(printer));
        Assert.NotNull(directory.QuerySelector(".deps__corner--many"));
        Assert.NotNull(printer.QuerySelector(".deps__corner:not(.deps__corner--many)"));
        Assert.Contains("legt allein", directory.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, page.QuerySelectorAll(".deps .legend li").Length);

        // What a provider restores is its matter here too.
        Assert.DoesNotContain("Arbeit für die Wiederherstellung", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_path_of_one_service_has_an_address_of_its_own(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app, "en");
        var detail = await host.Get($"/services/passport?body={EditedTown.Key}");
        var link = detail.QuerySelectorAll<IHtmlAnchorElement>("main a").Single(a => a.TextContent == "Look at it as a picture");
        var page = await host.Get(new Uri(link.Href).PathAndQuery);
        Assert.Equal(["passport"], page.QuerySelectorAll(".deps__box--service").Skip(1).Select(b => b.ParentElement!.GetAttribute("href")!.Split('/', '?')[2]));
        Assert.Equal("passport", page.QuerySelector<IHtmlSelectElement>("select[name=service]")!.Value);
        Assert.Null(page.QuerySelector("a[href*='/resources/payroll']"));

        // A service that is gone is said, and everything is shown.
        var gone = await host.Get($"{All}&service=nothing");
        Assert.Contains("This service does not exist", gone.QuerySelector(".kern-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((await host.Get(All)).QuerySelectorAll(".deps__box").Length, gone.QuerySelectorAll(".deps__box").Length);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_body_or_without_services_the_page_offers_the_next_step(TestApp app)
    {
        await using var host = await PageHost.Start(app);
        Assert.NotNull((await host.Get("/dependencies")).QuerySelector(".empty-state a"));
        await app.CreateTown("provider:sit", 330_000, b => b with { Kind = BodyKind.Provider, LegalStatus = LegalStatus.None });
        Assert.NotNull((await host.Get("/dependencies?body=provider:sit")).QuerySelector(".empty-state a"));
    }

    [Theory, EveryDatabase]
    public async Task The_starter_model_stays_readable(TestApp app)
    {
        var view = await app.View(await app.CreateHosted());
        foreach (var language in (string[])["de", "en"])
        {
            using var _ = new InLanguage(language);
            var drawing = new DependencyDrawing(view, DependencyGraph.Of(view.Set, view.Model), null);
            Assert.InRange(drawing.Crossings, 0, 1_500);
            Assert.InRange(drawing.Width / drawing.Height, 1.1, 2.2);
            Assert.All(drawing.Parts.Where(p => p.Name.Length > 0), part =>
            {
                Assert.InRange(part.Label.Count, 1, 2);
                Assert.All(part.Label, line => Assert.True(line.Length * DependencyDrawing.Font * 0.53 <= DependencyDrawing.LabelWidth(part.Kind), line));
                Assert.True(part.Box.Height >= 24, "Smaller than a finger.");
            });
        }
    }

    private static IElement Box(IHtmlDocument page, string address) => page.QuerySelectorAll(".deps__picture a").Single(a => a.GetAttribute("href")!.StartsWith(address, StringComparison.Ordinal));

    private static int Corners(IElement box) => box.QuerySelector(".deps__box")!.GetAttribute("d")!.Count(c => c is 'M' or 'L');
}
