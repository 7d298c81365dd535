using Microsoft.Playwright;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

[Collection(nameof(SiteCollection))]
public sealed class KeyboardTests(Site site)
{
    [Fact]
    public async Task The_first_stop_leads_past_the_header()
    {
        var page = await site.Open();
        var keyboard = new Keyboard(page);
        await page.GotoAsync("/bodies");
        await keyboard.TabTo(page.Locator(".skip-link"));
        Assert.True(await page.Locator(".skip-link").EvaluateAsync<bool>("e => e.getBoundingClientRect().top >= 0"));
        await keyboard.Press("Enter");
        Assert.True(await keyboard.IsOn(page.Locator("main")));
        await keyboard.Press("Tab");
        Assert.True(await keyboard.IsOn(page.Locator("main a").First));
        await page.Context.CloseAsync();
    }

    [Theory, InlineData("light"), InlineData("dark")]
    public async Task Header_menus_open_and_close_by_keyboard(string theme)
    {
        var page = await site.Open(theme: theme, width: VisitingPage.Narrow);
        var keyboard = new Keyboard(page);
        await page.GotoAsync("/not-found");
        await keyboard.TabTo(page.Locator(".tool-menu summary"));
        await keyboard.Press("Enter");
        await Expect(page.Locator(".tool-menu__panel")).ToBeVisibleAsync();
        Quiet.About(await Barriers.On(page));
        await keyboard.TabTo(page.Locator("[name=theme][value=dark]"));
        await keyboard.Press("Space");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-kern-theme", "dark");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_new_body_gets_its_answer_its_curve_and_its_ranking_by_keyboard_alone()
    {
        var page = await site.Open();
        var watch = new PageWatch(page, site.Origin);
        var keyboard = new Keyboard(page);
        await page.GotoAsync("/bodies");
        await keyboard.Follow(page.Link(Words.Of<BodiesTexts>("none.new")));
        await Steps.Arrive(page, "/bodies/new");
        await AnswerTheQuestions(page, keyboard);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Tastenstadt");
        await Expect(page.Locator(".lead")).Not.ToBeEmptyAsync();
        await Steps.Settle(page);

        await keyboard.Follow(page.Locator(".site-nav__link[href^='/simulation']"));
        await Expect(page.Locator("[name=Subject] option:checked")).ToHaveTextAsync("Tastenstadt");
        await keyboard.Follow(page.Button(Words.Of<ForecastsTexts>("simulation.run")));
        await Steps.Arrive(page, "/simulation?Subject=");
        await Steps.Settle(page);
        await keyboard.Follow(page.Link(Words.Of<ForecastsTexts>("simulation.next")));
        await Steps.Arrive(page, "/measures?");
        await Expect(page.Locator("main .table-region:visible").First).ToBeVisibleAsync(new() { Timeout = Site.Patience });
        await Steps.Settle(page);
        await keyboard.TabTo(page.Locator("main .table-region:visible").First);
        Quiet.About(watch.Take());
        await page.Context.CloseAsync();
    }

    // Once with a mistake: the summary takes the focus, its link leads to the field, Enter sends the form again.
    private static async Task AnswerTheQuestions(IPage page, Keyboard keyboard)
    {
        await keyboard.TabTo(page.Field("Input.Name"));
        await keyboard.Type("Tastenstadt");
        await keyboard.Select("Input.State", "Niedersachsen");
        await keyboard.TabTo(page.Field("Input.Population"));
        await keyboard.Type("viele");
        await keyboard.Choose("Input.Hospital", "no");
        await keyboard.Choose("Input.Hosting", "own");
        await keyboard.TabTo(page.Field("Input.ItStaff"));
        await keyboard.Type("3");
        await keyboard.Choose("Input.Backup", "yes");
        await keyboard.Follow(page.Button(Words.Of<BodiesTexts>("new.save")));

        var summary = page.Locator(".error-summary");
        await Expect(summary).ToBeFocusedAsync();
        await keyboard.Follow(summary.Locator("a"));
        await Expect(page.Field("Input.Population")).ToBeFocusedAsync();
        await keyboard.Press("Control+A");
        await keyboard.Type("12.500");
        await keyboard.Press("Enter");
        await Steps.Arrive(page, "/?body=");
    }
}
