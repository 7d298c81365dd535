using Microsoft.Playwright;
using Xunit;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>Somebody without a mouse. At every stop it must be visible where the focus is.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 250;
    private const int MostLooks = 20;

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public Task Type(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Goes on with Tab until the focus is on the target (of radio buttons: on one of them).</summary>
    public async Task TabTo(ILocator target)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await Press("Tab");
            if (await Problem() is { } problem) Assert.Fail(problem);
            if (await target.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)")) return;
        }

        Assert.Fail($"{target} cannot be reached by keyboard on {page.Url}.");
    }

    // A window that is still being drawn or scrolled to the focus is looked at again.
    private async Task<string?> Problem()
    {
        string? problem = null;
        for (var look = 0; look < MostLooks; look++)
        {
            problem = await page.EvaluateAsync<string?>(Hidden);
            if (problem is null) return null;
            await page.EvaluateAsync("() => new Promise(later => setTimeout(later, 100))");
        }

        return problem;
    }

    public async Task Choose(string radio, string value)
    {
        await TabTo(page.Field(radio));
        var wanted = page.Locator($"[name='{radio}'][value='{value}']");
        for (var i = 0; i < 5 && !await wanted.IsCheckedAsync(); i++) await Press("ArrowDown");
        Assert.True(await wanted.IsCheckedAsync());
    }

    public async Task Select(string select, string text)
    {
        await TabTo(page.Field(select));
        await Type(text);
        Assert.StartsWith(text, await page.Field(select).Locator("option:checked").InnerTextAsync(), StringComparison.Ordinal);
    }

    public async Task Follow(ILocator target)
    {
        await TabTo(target);
        await Press("Enter");
    }

    public Task<bool> IsOn(ILocator target) => target.EvaluateAsync<bool>("e => e === document.activeElement");

    // Says what is wrong with the focus as one sees it, else null. The window may still be scrolling there: it gets its frames to arrive.
    private const string Hidden = """
        async () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const what = e.outerHTML.slice(0, 160);
          const isInside = () => {
            const box = e.getBoundingClientRect();
            return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          };
          for (let frame = 0; frame < 120 && !isInside(); frame++) await new Promise(drawn => requestAnimationFrame(drawn));
          if (!isInside()) return `The focus is outside the window: ${what}`;
          if (e.getBoundingClientRect().width < 1) return `The focus is on something without size: ${what}`;
          const look = getComputedStyle(e);
          const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2 && !/, 0\)$|transparent/.test(look.outlineColor);
          return ring ? null : `The focus cannot be seen: ${what}`;
        }
        """;
}
