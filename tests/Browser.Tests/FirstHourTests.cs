using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Overview;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>From the link that an empty installation prints to the first answer for a town of 18,000, as somebody new would go.</summary>
public sealed class FirstHourTests(EmptySite site, ITestOutputHelper output) : IClassFixture<EmptySite>
{
    private const int MostClicks = 20;

    private int clicks;

    [Fact]
    public async Task The_first_answer_takes_few_clicks_and_the_twelve_questions_can_be_left_and_taken_up_again()
    {
        var (page, began) = (await site.Open(scripts: false), Stopwatch.GetTimestamp());
        await site.CreateAccount(page);
        clicks = 1;
        await Click(page, page.GetByRole(AriaRole.Link, new() { Name = string.Format(null, Words.Of<BodiesTexts>("step.questions"), "Stadt Musterstadt") }));
        await Asked(page, 1);
        await Answer(page, "05");
        await Asked(page, 2);
        await Answer(page, "Municipality");
        await Type(page, 3, "Input.Population", "18000");

        // Back and forth: what was answered is marked, and the way on is open.
        await Asked(page, 4);
        var here = page.Url;
        await page.GotoAsync(Regex.Replace(here, "/4$", "/2"));
        await Expect(page.Locator("button[aria-current=true]")).ToHaveAttributeAsync("value", "Municipality");
        await page.GotoAsync(Regex.Replace(here, "/4$", ""));
        await Asked(page, 4);

        await Answer(page, "no");
        await Asked(page, 5);
        await Answer(page, "provider");
        await Type(page, 6, "Input.ItStaff", "3");
        await Type(page, 7, "Input.Workplaces", "120");
        foreach (var number in Enumerable.Range(8, 5))
        {
            await Asked(page, number);
            await Click(page, page.Button(Words.Of<BodiesTexts>("questions.unknown")));
        }

        await Steps.Arrive(page, "/?body=");
        await Expect(page.Locator(".lead")).ToContainTextAsync(new Regex("[0-9]"));
        output.WriteLine($"First answer after {clicks} clicks and {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s of a script.");
        Assert.InRange(clicks, 12, MostClicks);

        // The next step is there, and the form with all questions knows what was said.
        await Click(page, page.GetByRole(AriaRole.Link, new() { Name = Words.Of<OverviewTexts>("check.first-link"), Exact = true }));
        await Steps.Arrive(page, "/check");
        // In a window of its own: without script the list asks again by itself while it is being computed.
        var form = await page.Context.NewPageAsync();
        await form.GotoAsync(Regex.Replace(here, "/questions/4$", "/edit"));
        await Expect(form.Field("Input.Population")).ToHaveValueAsync("18000");
        await Expect(form.Locator("[name='Input.Hosting'][value='provider']")).ToBeCheckedAsync();
        await Expect(form.Locator("[name='Input.Backup'][value='']")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    private static async Task Asked(IPage page, int number) =>
        await Expect(page.Locator(".question-steps li[aria-current=step]")).ToHaveTextAsync($"{number}");

    private Task Answer(IPage page, string value) => Click(page, page.Locator($"button[value='{value}']"));

    // The Enter key counts like a click.
    private async Task Type(IPage page, int number, string field, string text)
    {
        await Asked(page, number);
        clicks++;
        await page.Field(field).FillAsync(text);
        await page.Field(field).PressAsync("Enter");
    }

    private async Task Click(IPage page, ILocator what)
    {
        clicks++;
        await what.ClickAsync();
    }
}
