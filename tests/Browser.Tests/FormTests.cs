using Microsoft.Playwright;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Services;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

[Collection(nameof(SiteCollection))]
public sealed class FormTests(Site site)
{
    [Fact]
    public async Task The_opening_questions_keep_every_answer_when_one_is_refused()
    {
        var page = await site.Open(width: VisitingPage.Narrow);
        await page.GotoAsync("/bodies/new");
        await page.Field("Input.State").SelectOptionAsync("09");
        await page.Field("Input.LegalStatus").SelectOptionAsync("LargeTown");
        await page.Field("Input.Population").FillAsync("12,5");
        await page.Field("Input.Workplaces").FillAsync("0");
        await page.Field("Input.Spares").FillAsync("<b>&\"");
        await page.Locator("[name='Input.Telephone'][value='no']").CheckAsync();
        await page.Field("Input.Neighbour").SelectOptionAsync("some");
        await page.Button(Words.Of<BodiesTexts>("new.save")).ClickAsync();

        var summary = page.Locator(".error-summary");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(summary.Locator("a")).ToHaveCountAsync(4);
        await Expect(page.Field("Input.State")).ToHaveValueAsync("09");
        await Expect(page.Field("Input.LegalStatus")).ToHaveValueAsync("LargeTown");
        await Expect(page.Field("Input.Population")).ToHaveValueAsync("12,5");
        await Expect(page.Field("Input.Workplaces")).ToHaveValueAsync("0");
        await Expect(page.Field("Input.Spares")).ToHaveValueAsync("<b>&\"");
        await Expect(page.Locator("[name='Input.Telephone'][value='no']")).ToBeCheckedAsync();
        await Expect(page.Field("Input.Neighbour")).ToHaveValueAsync("some");
        await Expect(page.Field("Input.Population")).ToHaveAttributeAsync("aria-invalid", "true");
        Quiet.About(await Barriers.On(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_measure_keeps_what_was_typed_when_it_is_refused()
    {
        var page = await site.Open();
        await page.GotoAsync($"/measures/new?body={Addresses.Town}");
        await page.Field("Input.Title").FillAsync("Notvertrag");
        await page.Field("Input.Parameter").SelectOptionAsync("GateDuration");
        await page.Field("Input.Value").FillAsync("halb");
        await page.Field("Input.Yearly").FillAsync("1.500");
        await page.Locator("[name='Input.ByProvider'][value='true']").CheckAsync();
        await page.Button(Words.Of<MeasuresTexts>("form.save")).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(page.Field("Input.Title")).ToHaveValueAsync("Notvertrag");
        await Expect(page.Field("Input.Parameter")).ToHaveValueAsync("GateDuration");
        await Expect(page.Field("Input.Value")).ToHaveValueAsync("halb");
        await Expect(page.Field("Input.Yearly")).ToHaveValueAsync("1.500");
        await Expect(page.Locator("[name='Input.ByProvider'][value='true']")).ToBeCheckedAsync();
        Quiet.About(await Barriers.On(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_own_measure_is_compared_with_the_others()
    {
        var page = await site.Open();
        await Steps.AddTown(page, "Ideenstadt");
        await page.GotoAsync("/measures/new");
        await page.Field("Input.Title").FillAsync("Doppelt so viele Leute");
        await page.Field("Input.Parameter").SelectOptionAsync("TeamPeople");
        await page.Field("Input.Operation").SelectOptionAsync("Multiply");
        await page.Field("Input.Value").FillAsync("2");
        await page.Button(Words.Of<MeasuresTexts>("form.save")).ClickAsync();
        await Expect(page.Locator("main .table-region:visible").GetByText("Doppelt so viele Leute").First).ToBeVisibleAsync(new() { Timeout = Site.Patience });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lever_that_cannot_be_read_stays_and_is_shown()
    {
        var page = await site.Open();
        await page.GotoAsync($"/simulation?Subject={Addresses.Town}");
        await page.GetByText(Words.Of<ForecastsTexts>("levers.open")).ClickAsync();
        await page.Field("ItPeople").FillAsync("ein paar");
        await page.Field("Backup").FillAsync("50");
        await page.Button(Words.Of<ForecastsTexts>("simulation.run")).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(page.Field("ItPeople")).ToBeVisibleAsync();
        await Expect(page.Field("ItPeople")).ToHaveValueAsync("ein paar");
        await Expect(page.Field("Backup")).ToHaveValueAsync("50");
        await page.Locator(".error-summary a").ClickAsync();
        await Expect(page.Field("ItPeople")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_and_loses_nothing()
    {
        var first = await site.Open();
        var key = await Steps.AddTown(first, "Zweimal");
        await first.GotoAsync($"/bodies/{key}/edit");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync($"/bodies/{key}/edit");
        await first.Field("Input.Population").FillAsync("5000");
        await Save(first);
        await Steps.Arrive(first, "/?body=");

        await second.Field("Input.Spares").FillAsync("7");
        await Save(second);
        await Expect(second.Locator(".error-summary")).ToContainTextAsync(Words.Of<PlatformTexts>("item.changed-meanwhile"));
        await Expect(second.Field("Input.Spares")).ToHaveValueAsync("7");

        // Now in knowledge of the other change.
        await Save(second);
        await Steps.Arrive(second, "/?body=");
        await second.GotoAsync($"/bodies/{key}/edit");
        await Expect(second.Field("Input.Spares")).ToHaveValueAsync("7");
        await first.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_a_value_two_people_changed_the_second_chooses_one()
    {
        var first = await site.Open();
        var key = await Steps.AddTown(first, "Zu zweit");
        var address = $"/resources/clients/edit?body={key}";
        await first.GotoAsync(address);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(address);
        await first.Field("Input.Units").FillAsync("4");
        await first.Field("Input.Name").FillAsync("Postfach");
        await first.Button(Words.Of<ServicesTexts>("form.save")).ClickAsync();
        await Steps.Arrive(first, "/resources/clients?body=");

        await second.Field("Input.Units").FillAsync("5");
        await second.Button(Words.Of<ServicesTexts>("form.save")).ClickAsync();
        await Expect(second.Locator(".error-summary")).ToContainTextAsync(Words.Of<PlatformTexts>("item.changed-meanwhile"));
        await Expect(second.Field("Input.Units")).ToHaveValueAsync("5");
        await Expect(second.Field("Input.Name")).ToHaveValueAsync("Postfach");
        Quiet.About(await Barriers.On(second));
        await second.Locator("[name='Choice.units'][value='theirs']").CheckAsync();
        await second.Button(Words.Of<ServicesTexts>("form.save")).ClickAsync();
        await Steps.Arrive(second, "/resources/clients?body=");
        await second.GotoAsync(address);
        await Expect(second.Field("Input.Units")).ToHaveValueAsync("4");
        await first.Context.CloseAsync();
    }

    private static Task Save(IPage page) => page.Button(Words.Of<BodiesTexts>("edit.save")).ClickAsync();
}
