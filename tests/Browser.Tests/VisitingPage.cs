using Microsoft.Playwright;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>One window in one language and theme that goes from page to page.</summary>
internal sealed class VisitingPage
{
    public const int Wide = 1280;
    public const int Narrow = 320;

    private readonly IPage page;
    private readonly PageWatch watch;
    private readonly SemaphoreSlim turn = new(1, 1);

    private VisitingPage(IPage page, string origin) => (this.page, watch) = (page, new PageWatch(page, origin));

    public static async Task<VisitingPage> Open(Site site, string language, string theme) => new(await site.Open(language, theme), site.Origin);

    public async Task<Visit> Visit(string address)
    {
        await turn.WaitAsync();
        try
        {
            return await Go(address);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Visit> Go(string address)
    {
        await page.SetViewportSizeAsync(Wide, 900);
        await page.GotoAsync(address);
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        var complaints = watch.Take();
        return new Visit(
            await page.TitleAsync(),
            await page.EvaluateAsync<string>("document.documentElement.lang"),
            await page.Locator("html").GetAttributeAsync("data-kern-theme"),
            await page.Locator("h1").AllInnerTextsAsync(),
            complaints,
            await Look(Wide),
            await Look(Narrow));
    }

    private async Task<Sight> Look(int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        return new Sight(
            width,
            await Barriers.On(page),
            await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"),
            await page.EvaluateAsync<string[]>(TooWide));
    }

    // What scrolls inside its own region may be wide.
    private const string TooWide = """
        () => [...document.body.querySelectorAll('*')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.getClientRects().length > 0)
          .filter(e => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return false; return true; })
          .slice(0, 3).map(e => e.outerHTML.slice(0, 120))
        """;
}
