using System.Text;
using Microsoft.Playwright;
using ResilienceMonitor.Tables;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>A list a town already has, from the file to the model and back.</summary>
[Collection(nameof(SiteCollection))]
public sealed class OwnListTests(Site site)
{
    private const string Calendar = "Terminplan der Stadtkasse;;\nZahltag;Zahllauf;Bemerkung\n13.09.2026;Kommunalwahl;<img src=x onerror=alert(1)>\n20.02.2026;Hundesteuer;=1+1\n01.04.2026;Osterfeuer;\n";

    [Fact]
    public async Task A_list_is_read_answered_taken_and_taken_back_without_script()
    {
        var page = await site.Open(scripts: false, width: VisitingPage.Narrow);
        var body = await Steps.AddTown(page, "Listenstadt");
        await page.GotoAsync($"/tables/lists?body={body}");
        await page.Field("file").SetInputFilesAsync(new FilePayload { Name = "kasse.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Calendar) });
        await page.Button(Words.Of<TablesTexts>("list.read")).ClickAsync();
        await Expect(page.Locator("main input[name=take]:checked")).ToHaveCountAsync(2);

        // What is typed and not known stays, with a word on it.
        await page.Field("row-5").FillAsync("Wahln");
        await page.Button(Words.Of<TablesTexts>("list.answer")).ClickAsync();
        await Expect(page.Field("row-5")).ToHaveValueAsync("Wahln");
        await Expect(page.Field("row-5")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Locator("[name='skip-5']").CheckAsync();
        await page.Button(Words.Of<TablesTexts>("list.answer")).ClickAsync();
        await Expect(page.Locator("[name='row-5']")).ToHaveCountAsync(0);

        await page.Button(Words.Of<TablesTexts>("list.take-over")).ClickAsync();
        await Expect(page.Locator("main input[name=take]")).ToHaveCountAsync(0);
        await page.Button(Words.Of<TablesTexts>("import.undo")).ClickAsync();
        await Expect(page.Locator("main input[name=take]")).ToHaveCountAsync(2);
        Assert.InRange(await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"), 1, VisitingPage.Narrow);
        var address = page.Url;
        await page.Context.CloseAsync();

        var seen = await site.Open(width: VisitingPage.Narrow);
        var watch = new PageWatch(seen, site.Origin);
        await seen.GotoAsync(address);
        await seen.Locator("main summary").First.ClickAsync();
        await Expect(seen.Locator("main td", new() { HasText = "onerror" })).ToBeVisibleAsync();
        Quiet.About(await Barriers.On(seen));
        Quiet.About(watch.Take());
        await seen.Context.CloseAsync();
    }
}
