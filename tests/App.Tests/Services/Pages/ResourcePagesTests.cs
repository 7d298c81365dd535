using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages;

/// <summary>The pages of resources, and rules that hold whoever changes them.</summary>
public sealed class ResourcePagesTests
{
    private const string Form = "main form[method=post]";

    [Theory, EveryDatabase]
    public async Task What_a_provider_restores_is_its_matter(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var list = await host.Get(Address("/resources"));
        Assert.Matches(@"^\d+ Ressourcen; fällt „.+“ aus, stehen \d+ von \d+ Leistungen still\.$", list.QuerySelector(".lead")!.TextContent.Trim());
        var link = list.QuerySelectorAll<IHtmlAnchorElement>("tbody th a").First(a => a.Href.Contains("at=provider", StringComparison.Ordinal));
        var page = await host.Get(new Uri(link.Href).PathAndQuery);
        Assert.Contains("spätestens nach", page.QuerySelector(".lead")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Arbeit für die Wiederherstellung", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href*='/edit']"));
    }

    [Theory, EveryDatabase]
    public async Task A_circle_is_refused_and_named_in_words(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var refused = await host.Submit(await host.Get(Address("/resources/name-services/edit")), Form, ("Input.Needs.Add", "directory"), ("Input.Name", "Namensdienst"));
        var summary = refused.QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("laufen im Kreis", summary, StringComparison.Ordinal);
        Assert.Contains("Namensdienst", summary, StringComparison.Ordinal);
        Assert.Equal("Namensdienst", refused.QuerySelector<IHtmlInputElement>("input[name='Input.Name']")?.Value);
        Assert.Equal("directory", refused.QuerySelector<IHtmlSelectElement>("select[name='Input.Needs.Add']")?.Value);
        Assert.Null((await app.Model()).Resources["name-services"].Name);
    }

    [Theory, EveryDatabase]
    public async Task A_required_time_of_ones_own_needs_a_reason(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var form = await host.Get(Address("/resources/mail/edit"));
        var refused = await host.Submit(form, Form, ("Input.Required.Amount", "2"), ("Input.Required.Unit", "days"));
        Assert.Contains("Bitte begründen Sie", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var saved = await host.Submit(refused, Form, ("Input.Reason", "Der Stab arbeitet mit Funk."));
        Assert.Contains("Der Stab arbeitet mit Funk.", saved.Body!.TextContent, StringComparison.Ordinal);
        var mail = (await app.Model()).Resources["mail"];
        Assert.Equal(48, mail.Required?.Hours);
        Assert.Equal(["required"], mail.Origins.Keys);
    }

    [Theory, EveryDatabase]
    public async Task Restore_work_must_not_get_smaller(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var form = await host.Get(Address("/resources/mail/edit"));
        var refused = await host.Submit(form, Form, ("Input.WorkMin", "50"), ("Input.WorkLikely", "40"), ("Input.WorkMax", "30"), ("Input.MaxPeople", "0"));
        Assert.Equal(3, refused.QuerySelectorAll(".error-summary li").Length);
        await host.Submit(refused, Form, ("Input.WorkMin", "20"), ("Input.WorkLikely", "40"), ("Input.WorkMax", "90"), ("Input.MaxPeople", "2"));
        var mail = (await app.Model()).Resources["mail"];
        Assert.Equal((20, 40, 90), (mail.RestoreWork.Min, mail.RestoreWork.Likely, mail.RestoreWork.Max));
        Assert.Equal(2, mail.MaxPeople);
        Assert.Equal(OriginKind.Person, mail.Origins["restoreWork"].Kind);
        Assert.False(mail.Origins.ContainsKey("waitingHours"));
    }

    [Theory, EveryDatabase]
    public async Task An_undo_that_would_close_a_circle_is_refused(TestApp app)
    {
        var body = await app.CreateSelfHosted();
        var directory = (await app.Model()).Resources["directory"];
        var without = directory with { Needs = [.. directory.Needs.Where(g => g.Members[0].Resource != "name-services")], Prerequisites = null };
        Assert.Null((await app.ChangeResource("directory", 1, without)).Refusal);
        var names = (await app.Model()).Resources["name-services"];
        Assert.Null((await app.ChangeResource("name-services", 1, names with { Needs = [.. names.Needs, NeedGroup.Of("directory")], Prerequisites = null })).Refusal);

        var history = await app.Use<History, IReadOnlyList<Event>>((h, ct) => h.Latest(body.BodyId, "directory", ct));
        var removal = history.First(e => e.Kind == "resources.changed");
        var undone = await app.Use<UndoModelChange, Result<int>>((u, ct) => u.Run(EditedTown.Key, removal.ChangeId, ct));
        Assert.Equal("model.cycle", undone.Refusal?.Code);
        Assert.DoesNotContain((await app.Model()).Resources["directory"].Needs, g => g.Members[0].Resource == "name-services");
    }

    private static string Address(string path) => $"{path}?body={EditedTown.Key}";
}
