using Microsoft.Playwright;
using ResilienceMonitor.Forecasts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

[Collection(nameof(SiteCollection))]
public sealed class LiveCurveTests(Site site)
{
    [Fact]
    public async Task Moving_a_lever_changes_the_curve_without_loading_the_page()
    {
        var page = await site.Open();
        var watch = new PageWatch(page, site.Origin);
        await page.GotoAsync($"/simulation?body={Addresses.Town}");
        var address = page.Url;
        await page.EvaluateAsync("window.stayed = true");
        await page.GetByText(Words.Of<ForecastsTexts>("levers.open")).ClickAsync();

        var range = page.Locator("[data-slider]").Filter(new() { Has = page.Field("Gates") }).Locator("input[type=range]");
        await Change(page, () => range.FillAsync("25"));
        Assert.Equal("25", await page.Field("Gates").InputValueAsync());
        await Change(page, async () =>
        {
            await page.Field("Gates").FillAsync("200");
            await page.Field("Gates").PressAsync("Tab");
        });
        Assert.Equal("200", await range.InputValueAsync());

        Assert.Equal(address, page.Url);
        Assert.True(await page.EvaluateAsync<bool>("window.stayed === true"));
        Quiet.About(await Barriers.On(page));
        Quiet.About(watch.Take());
        await page.Context.CloseAsync();
    }

    private static async Task Change(IPage page, Func<Task> move)
    {
        var before = await page.Locator("#live svg").First.InnerHTMLAsync();
        await page.RunAndWaitForResponseAsync(move, answer => answer.Url.Contains("/simulation/curve?", StringComparison.Ordinal) && answer.Ok);
        await page.WaitForFunctionAsync("before => document.querySelector('#live svg')?.innerHTML !== before", before);
        await Expect(page.Locator("#live svg").First).ToBeVisibleAsync();
    }
}
