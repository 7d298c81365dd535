using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

[Collection(nameof(SiteCollection))]
public sealed class ScriptlessTests(Site site)
{
    [Fact]
    public async Task Everything_works_without_script()
    {
        var page = await site.Open(scripts: false);
        await page.GotoAsync("/bodies");
        await page.Link(Words.Of<BodiesTexts>("none.new")).ClickAsync();
        await page.Field("Input.Name").FillAsync("Ruhestadt");
        await page.Field("Input.State").SelectOptionAsync("05");
        await page.Field("Input.Population").FillAsync("9.800");
        await page.Locator("[name='Input.Hosting'][value='own']").CheckAsync();
        await page.Button(Words.Of<BodiesTexts>("new.save")).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Ruhestadt");

        await page.Locator(".site-nav__link[href^='/simulation']").ClickAsync();
        await page.GetByText(Words.Of<ForecastsTexts>("levers.open")).ClickAsync();
        await Expect(page.Locator("input[type=range]").First).ToBeHiddenAsync();
        await Expect(page.Field("Backup")).ToHaveAttributeAsync("inputmode", "decimal");
        await page.Field("Backup").FillAsync("0");
        await page.Button(Words.Of<ForecastsTexts>("simulation.run")).ClickAsync();
        await Expect(page.Field("Backup")).ToHaveValueAsync("0");
        await Expect(page.Field("Backup")).ToBeVisibleAsync();
        await Expect(page.Locator("#live")).ToContainTextAsync(Words.Of<ForecastsTexts>("compare.levers"));

        // The page loads itself again until the ranking is there; that may be sooner than a browser can be asked, so its first answer is read
        // as text. The usual scenario is compared as soon as there is a body; another one only when it is asked for.
        const string Asked = "/measures?Scenario=own-encryption-backups-lost";
        var first = await (await page.Context.APIRequest.GetAsync(Asked)).TextAsync();
        Assert.Contains("progress-box", first, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", first, StringComparison.Ordinal);
        await page.GotoAsync(Asked);
        await Expect(page.Locator("main .table-region:visible").First).ToBeVisibleAsync(new() { Timeout = Site.Patience });
        await Expect(page.Locator("meta[http-equiv=refresh]")).Not.ToBeAttachedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Language_and_theme_can_be_chosen_without_script()
    {
        var page = await site.Open(theme: "system", scripts: false);
        await page.GotoAsync("/bodies?search=muster");
        await page.Locator("[name=language]").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.Locator(".tool-menu summary").ClickAsync();
        await page.Locator("[name=theme][value=dark]").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-kern-theme", "dark");
        Assert.EndsWith("/bodies?search=muster", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
