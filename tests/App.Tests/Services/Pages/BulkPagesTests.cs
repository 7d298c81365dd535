using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages;

/// <summary>Several services or resources are changed on one page, without script.</summary>
public sealed class BulkPagesTests
{
    private const string Form = "main form[method=post]";
    private const string Two = $"/change/resources?body={EditedTown.Key}&keys=mail&keys=clients";

    [Theory, EveryDatabase]
    public async Task What_is_ticked_or_found_in_the_list_stands_ticked_on_the_page(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var list = await host.Get($"/services?body={EditedTown.Key}&search=pass");
        var form = list.QuerySelector<IHtmlFormElement>("form[action='/change/services']")!;
        Assert.Contains(form.QuerySelectorAll<IHtmlInputElement>("input[name=keys]"), i => i.Value == "passport");
        var all = await host.Get($"/change/services?body={EditedTown.Key}&search=pass&all=true");
        Assert.NotEmpty(Ticked(all));
        Assert.Equal(all.QuerySelectorAll("input[name='Input.Rows']").Length, Ticked(all).Count);
        Assert.Empty(Ticked(await host.Get($"/change/services?body={EditedTown.Key}")));
        Assert.Equal(["clients", "mail"], Ticked(await host.Get(Two)).Order());
    }

    [Theory, EveryDatabase]
    public async Task A_preview_comes_first_and_names_what_a_person_stated(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        await host.Submit(await host.Get($"/resources/mail/edit?body={EditedTown.Key}"), Form, ("Input.BackupUsable", "40"));
        var preview = await host.Submit(await host.Get(Two), Form, ("Input.BackupUsable", "25"), ("do", "preview"));
        Assert.Contains("2 Zeilen ändern sich. 1 Wert davon hat vorher eine Person eingetragen", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0.4, (await app.Model()).Resources["mail"].BackupUsable);
        var saved = await host.Submit(preview, Form, ("do", "save"));
        Assert.Contains("2 Zeilen sind geändert", saved.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var resources = (await app.Model()).Resources;
        Assert.Equal([0.25, 0.25], [resources["mail"].BackupUsable, resources["clients"].BackupUsable]);
        Assert.Equal(OriginKind.Person, resources["clients"].Origins["backupUsable"].Kind);
        await host.Submit(saved, Form, ("do", "undo"));
        Assert.Equal(0.4, (await app.Model()).Resources["mail"].BackupUsable);
    }

    [Theory, EveryDatabase]
    public async Task A_row_changed_since_the_preview_is_named_and_nothing_is_lost(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var preview = await host.Submit(await host.Get(Two), Form, ("Input.BackupUsable", "25"), ("do", "preview"));
        await host.Submit(await host.Get($"/resources/mail/edit?body={EditedTown.Key}"), Form, ("Input.MaxPeople", "7"));
        app.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        await host.Submit(await host.Get($"/resources/mail/edit?body={EditedTown.Key}"), Form, ("Input.MaxPeople", "8"));
        var refused = await host.Submit(preview, Form, ("do", "save"));
        Assert.Contains("Daran können gleichzeitig arbeiten: 7 → 8", refused.QuerySelector(".kern-alert--warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("25", refused.QuerySelector<IHtmlInputElement>("input[name='Input.BackupUsable']")?.Value);
        Assert.NotEqual(0.25, (await app.Model()).Resources["clients"].BackupUsable);
        await host.Submit(refused, Form, ("do", "save"));
        Assert.Equal((8, 0.25), ((await app.Model()).Resources["mail"].MaxPeople, (await app.Model()).Resources["mail"].BackupUsable));
    }

    [Theory, EveryDatabase]
    public async Task An_empty_form_and_a_restart_after_the_longest_outage_are_refused(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var page = await host.Get($"/change/services?body={EditedTown.Key}&all=true");
        Assert.Contains("mindestens ein Feld", (await host.Submit(page, Form, ("do", "preview"))).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var late = await host.Submit(page, Form, ("Input.Rto.Amount", "30"), ("Input.Rto.Unit", "weeks"), ("do", "preview"));
        Assert.Contains("läge nach der maximal tolerierbaren Ausfallzeit", late.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private static List<string> Ticked(IDocument page) => [.. page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Rows']").Where(i => i.IsChecked).Select(i => i.Value)];
}
