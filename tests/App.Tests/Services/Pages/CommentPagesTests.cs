using ResilienceMonitor.App.Tests.Platform;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages;

/// <summary>Comments stand on the page of their item and are counted in the list.</summary>
public sealed class CommentPagesTests
{
    [Theory, EveryDatabase]
    public async Task A_comment_is_written_shown_counted_and_taken_back(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        foreach (var (page, list) in new (string, string?)[] { ("/services/passport", "/services"), ("/resources/mail", "/resources"), ("/measures/protected-backup/comments", null) })
        {
            var written = await host.Submit(await host.Get($"{page}?body={EditedTown.Key}"), "form:has([name='Written.Text'])", ("Written.Text", "Bitte <b>klären</b>."));
            Assert.Equal("Bitte <b>klären</b>.", written.QuerySelector(".comment")!.TextContent);
            if (list is not null) Assert.Single((await host.Get($"{list}?body={EditedTown.Key}")).QuerySelectorAll("a[href$='#comments']"));
            var id = written.QuerySelector("button[name=TakenBack]")!.GetAttribute("value");
            var empty = await host.Submit(written, "form:has(button[name=TakenBack])", ("TakenBack", id));
            Assert.Null(empty.QuerySelector(".comment"));
            var refused = await host.Submit(empty, "form:has([name='Written.Text'])", ("Written.Text", " "));
            Assert.NotNull(refused.QuerySelector(".error-summary"));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_measure_that_does_not_exist_has_no_comments(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await host.StatusOf($"/measures/nothing/comments?body={EditedTown.Key}"));
    }
}
