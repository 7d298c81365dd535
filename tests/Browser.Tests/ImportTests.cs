using System.Text;
using Microsoft.Playwright;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

[Collection(nameof(SiteCollection))]
public sealed class ImportTests(Site site)
{
    private const string Wrong = "key;name;kind;district;population;provider\n01003000;Lübeck;municipality;;viele;\n01003;Kiel;municipality;;1;\n";
    private const string Right = "key;name;kind;district;population;provider\n01001000;Flensburg;municipality;;96000;Probe-IT\n01004000;Neumünster;municipality;;79000;Probe-IT\n";

    [Fact]
    public async Task A_list_is_checked_taken_over_and_computed_as_a_region()
    {
        var page = await site.Open(width: VisitingPage.Narrow);
        var watch = new PageWatch(page, site.Origin);
        await Send(page, Wrong, "import.check");
        await Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Field("region")).ToHaveValueAsync("Probe");
        Quiet.About(await Barriers.On(page));

        await Send(page, Right, "import.take");
        await Expect(page.Locator("main .kern-alert--success")).ToBeVisibleAsync();
        Quiet.About(await Barriers.On(page));

        await page.GotoAsync("/simulation?Subject=region:probe&Scenario=provider-encryption");
        await Expect(page.Locator("[data-progress]")).Not.ToBeAttachedAsync(new() { Timeout = Site.Patience });
        await Expect(page.Locator("main .table-region tbody th a").First).ToHaveTextAsync("Flensburg");
        Quiet.About(await Barriers.On(page));
        Assert.InRange(await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"), 1, VisitingPage.Narrow);
        Quiet.About(watch.Take());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_progress_page_has_no_barriers_and_can_be_cancelled()
    {
        var page = await site.Open(width: VisitingPage.Narrow);
        await Steps.AddTown(page, "Geduldstadt");

        // As if the work took for ever.
        await page.RouteAsync("**/progress/*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"share":0.4,"text":"40 %","done":false}""" }));
        await page.GotoAsync("/measures");
        await Expect(page.Locator("[data-progress-text]")).ToHaveTextAsync("40 %");
        Quiet.About(await Barriers.On(page));
        await page.Button(Words.Of<ForecastsTexts>("work.cancel")).ClickAsync();
        await Steps.Arrive(page, "/measures?cancelled=yes");
        await page.UnrouteAllAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-progress]")).Not.ToBeAttachedAsync();
        await page.Context.CloseAsync();
    }

    private static async Task Send(IPage page, string list, string button)
    {
        await page.GotoAsync("/bodies/import");
        await page.Field("file").SetInputFilesAsync(new FilePayload { Name = "probe.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(list) });
        await page.Field("region").FillAsync("Probe");
        await page.Button(Words.Of<BodiesTexts>(button)).ClickAsync();
    }
}
