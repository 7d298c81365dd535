using ResilienceMonitor.Forecasts.Regions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

[Collection(nameof(SiteCollection))]
public sealed class PlayTests(Site site)
{
    [Fact]
    public async Task Playing_goes_on_to_the_last_step_without_loading_the_page()
    {
        var page = await site.Open();
        var watch = new PageWatch(page, site.Origin);
        await page.GotoAsync("/region?Subject=district:demo:musterkreis&Scenario=provider-encryption&Hour=2688");
        await Steps.Settle(page);
        await page.EvaluateAsync("window.stayed = true");
        var before = await page.Locator("#region-map figcaption").TextContentAsync();
        var button = page.Locator("[data-play] button");
        await Expect(button).ToHaveTextAsync(Words.Of<RegionTexts>("play"));
        await button.ClickAsync();
        await Expect(page.Locator(".steps a").Last).ToHaveAttributeAsync("aria-current", "step");
        await Expect(button).ToHaveTextAsync(Words.Of<RegionTexts>("play"));
        Assert.NotEqual(before, await page.Locator("#region-map figcaption").TextContentAsync());
        Assert.EndsWith("Hour=4368", page.Url.Split('&').Single(p => p.Contains("Hour", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("window.stayed === true"));
        Quiet.About(await Barriers.On(page));
        Quiet.About(watch.Take());
        await page.Context.CloseAsync();
    }
}
