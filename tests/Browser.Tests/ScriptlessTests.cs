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
    public async Task The_rest_of_an_outage_is_asked_and_added_to_without_script()
    {
        var page = await site.Open(scripts: false);
        await page.GotoAsync($"/simulation?body={Addresses.Town}");
        await page.Link(Words.Of<ForecastsTexts>("simulation.remaining")).ClickAsync();
        await page.Field("Days").FillAsync("20");
        await page.Field("What1").SelectOptionAsync("Gate:forensics");
        await page.Field("Day1").FillAsync("25");
        await page.Button(Words.Of<ForecastsTexts>("remaining.run")).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(Words.Of<ForecastsTexts>("so-far.after-now"));
        await Expect(page.Field("What1")).ToHaveValueAsync("Gate:forensics");

        await page.Field("Day1").FillAsync("9");
        await page.Button(Words.Of<ForecastsTexts>("remaining.run")).ClickAsync();
        await Expect(page.Locator(".remaining tbody tr").First).ToBeVisibleAsync();
        await Expect(page.Field("Day1")).ToHaveValueAsync("9");
        await page.Field("What2").SelectOptionAsync("Service:cemetery-service");
        await page.Field("Day2").FillAsync("18");
        await page.Button(Words.Of<ForecastsTexts>("remaining.run")).ClickAsync();
        await Expect(page.Locator(".remaining tbody tr").Filter(new() { HasText = "19" }).Last).ToBeVisibleAsync();
        Assert.Contains("What2=Service", page.Url, StringComparison.Ordinal);
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
