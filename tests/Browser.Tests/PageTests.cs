using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>What holds for every page.</summary>
[Collection(nameof(SiteCollection))]
public sealed class PageTests(Site site)
{
    // Fonts come on top: they are loaded once and kept.
    private const int MaxBytes = 200_000;

    public static MatrixTheoryData<string, string, string> InEveryLook => Addresses.InEveryLook;

    public static MatrixTheoryData<string, string> InBothLanguages => Addresses.InBothLanguages;

    public static TheoryData<string> Every => [.. Addresses.All];

    [Fact]
    public void Every_page_has_an_address_to_look_at() => Assert.Equal(Addresses.Routes, Addresses.RoutesWithEntry.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(InEveryLook))]
    public async Task A_page_has_no_barriers(string address, string language, string theme)
    {
        var visit = await site.Visit(address, language, theme);
        Assert.Equal(theme, visit.Theme);
        Quiet.About(visit.Wide.Barriers);
        Quiet.About(visit.Narrow.Barriers);
    }

    [Theory, MemberData(nameof(InBothLanguages))]
    public async Task A_page_never_scrolls_sideways(string address, string language)
    {
        var visit = await site.Visit(address, language, "light");
        Quiet.About(visit.Narrow.TooWide);
        Assert.InRange(visit.Narrow.ScrollWidth, 1, visit.Narrow.Width);
        Assert.InRange(visit.Wide.ScrollWidth, 1, visit.Wide.Width);
    }

    [Theory, MemberData(nameof(InBothLanguages))]
    public async Task A_page_has_one_heading_that_is_also_its_title(string address, string language)
    {
        var visit = await site.Visit(address, language, "light");
        Assert.StartsWith($"{Assert.Single(visit.Headings)} – ", visit.Title, StringComparison.Ordinal);
        Assert.Equal(language, visit.Language);
    }

    [Theory, MemberData(nameof(InBothLanguages))]
    public async Task A_page_makes_nobody_complain_and_asks_nobody_else(string address, string language) =>
        Quiet.About((await site.Visit(address, language, "light")).Complaints);

    [Theory, MemberData(nameof(Every))]
    public async Task A_page_is_light(string address)
    {
        var page = await site.Open();
        var answers = new ConcurrentQueue<IResponse>();
        page.Response += (_, answer) => answers.Enqueue(answer);
        await page.GotoAsync(address);
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var answer in answers.ToArray().Where(a => a.Request.ResourceType != "font")) sizes[answer.Url] = (await answer.Request.SizesAsync()).ResponseBodySize;
        await page.Context.CloseAsync();
        Assert.True(sizes.Values.Sum() < MaxBytes, string.Join('\n', sizes.OrderByDescending(s => s.Value).Select(s => $"{s.Value} {s.Key}")));
    }

    [Fact]
    public async Task The_theme_follows_the_system_unless_chosen()
    {
        var page = await site.Open(theme: "system");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync("/not-found");
        var dark = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.NotEqual(dark, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.Context.CloseAsync();
    }
}
