using Microsoft.Playwright;
using Xunit;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>
/// The pictures of the handbook tell the truth: beside each stands the text that its part of the page showed when it was taken, and the page still
/// says the same. With RESMON_PICTURES set, pictures and texts are made anew instead.
/// </summary>
[Collection(nameof(SiteCollection))]
public sealed class HandbookTests(Site site)
{
    private const string MakeAnew = "RESMON_PICTURES";

    // As wide as text on the pages, so that words in a picture are as large as around it.
    private const int Width = 800;

    // What lies further down is compared in words, but would make the picture heavy.
    private const int MostHigh = 390;

    private const string Town = $"body={Addresses.Town}";

    private static readonly Dictionary<string, (string Address, string Part)> Pictures = new(StringComparer.Ordinal)
    {
        ["question"] = ($"/bodies/{Addresses.Town}/questions/8", "main"),
        ["start"] = ($"/?{Town}", ".chart.strip"),
        ["check"] = ($"/check?{Town}", "main .table-region"),
        ["lists"] = ($"/tables/lists?{Town}", "main form"),
        ["bulk"] = ($"/change/services?{Town}&search=pass", "main form"),
        ["needs"] = ($"/services/passport?{Town}", "main > section:nth-of-type(5)"),
        ["tables"] = ($"/tables?{Town}", "main"),
        ["provider"] = ($"/providers?{Town}", "main > .section"),
        ["curve"] = ($"/simulation?{Town}", "figure.chart"),
        ["remaining"] = ($"/simulation/remaining?Subject={Addresses.Town}&Scenario=provider-encryption&Days=30&What1=Gate:forensics&Day1=9", "main .table-region"),
        ["measures"] = ($"/measures?{Town}", "figure.chart"),
        ["region"] = ("/region?Subject=district:demo:musterkreis&Scenario=provider-encryption", "figure.chart"),
    };

    public static MatrixTheoryData<string, string> InBothLanguages => new([.. Pictures.Keys], ["de", "en"]);

    [Theory, MemberData(nameof(InBothLanguages))]
    public async Task A_picture_shows_what_the_page_says(string name, string language)
    {
        var (address, part) = Pictures[name];
        var page = await site.Open(language, width: Width);
        await page.GotoAsync(address);
        await Steps.Settle(page);
        var shown = page.Locator(part).First;
        var words = string.Join('\n', (await shown.InnerTextAsync()).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)) + "\n";
        var picture = Path.Combine(Folder(language), $"{name}.png");
        if (Environment.GetEnvironmentVariable(MakeAnew) is { Length: > 0 })
        {
            var box = (await shown.BoundingBoxAsync())!;
            var clip = new Clip { X = box.X, Y = box.Y, Width = box.Width, Height = Math.Min(box.Height, MostHigh) };
            await page.ScreenshotAsync(new() { Path = picture, Clip = clip, FullPage = true, Animations = ScreenshotAnimations.Disabled });
            await File.WriteAllTextAsync(Path.ChangeExtension(picture, ".txt"), words, TestContext.Current.CancellationToken);
        }

        await page.Context.CloseAsync();
        Assert.True(File.Exists(picture), $"{picture} is missing; set {MakeAnew} to make it.");
        Assert.Equal(await File.ReadAllTextAsync(Path.ChangeExtension(picture, ".txt"), TestContext.Current.CancellationToken), words);
    }

    [Theory, InlineData("de"), InlineData("en")]
    public void Every_picture_of_the_handbook_is_made_here(string language) =>
        Assert.Equal(Pictures.Keys.Order(), Directory.EnumerateFiles(Folder(language), "*.png").Select(f => Path.GetFileNameWithoutExtension(f)).Order());

    [Fact]
    public async Task A_chapter_leads_to_the_next_and_shows_its_pictures()
    {
        var page = await site.Open(scripts: false, width: VisitingPage.Narrow);
        await page.GotoAsync("/handbook");
        await page.Locator("main ol a").First.ClickAsync();
        for (var chapter = 1; chapter < 10; chapter++)
        {
            await page.WaitForLoadStateAsync(LoadState.Load);
            Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.chapter img')].every(i => i.complete && i.naturalWidth > 0 && i.alt)"), page.Url);
            Assert.InRange(await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"), 1, VisitingPage.Narrow);
            var here = page.Url;
            await page.Locator(".chapter p:last-child a").ClickAsync();
            await page.WaitForURLAsync(u => u != here);
        }

        await Steps.Arrive(page, "/handbook/region");
        await page.Context.CloseAsync();
    }

    private static string Folder(string language)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ResilienceMonitor.slnx"))) root = root.Parent;
        return Path.Combine(root?.FullName ?? throw new InvalidOperationException("The tests run inside the checkout."), "docs", "handbook", "pictures", language);
    }
}
