using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ResilienceMonitor.Bodies;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>What several tests do on the way to what they are about.</summary>
internal static class Steps
{
    public static ILocator Field(this IPage page, string name) => page.Locator($"[name='{name}']");

    public static ILocator Button(this IPage page, string text) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = text, Exact = true });

    public static ILocator Link(this IPage page, string text) => page.GetByRole(AriaRole.Link, new() { Name = text, Exact = true });

    /// <summary>Waits until the address of the page begins so.</summary>
    public static Task Arrive(IPage page, string start) => Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{Regex.Escape(start)}"));

    /// <summary>Waits until nothing is being computed for the page any more: until then it may replace what has the focus.</summary>
    public static Task Settle(IPage page) => page.Locator("[data-progress]").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = Site.Patience });

    /// <summary>Answers only the name and where the applications run, and returns the key of the new body.</summary>
    public static async Task<string> AddTown(IPage page, string name)
    {
        await page.GotoAsync("/bodies/new");
        await page.Field("Input.Name").FillAsync(name);
        await page.Locator("[name='Input.Hosting'][value='own']").CheckAsync();
        await page.Button(Words.Of<BodiesTexts>("new.save")).ClickAsync();
        await Arrive(page, "/?body=");
        return Uri.UnescapeDataString(page.Url[(page.Url.IndexOf("body=", StringComparison.Ordinal) + 5)..]);
    }
}
