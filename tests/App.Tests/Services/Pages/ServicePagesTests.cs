using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages;

/// <summary>The pages of services as a person without script sees and uses them.</summary>
public sealed partial class ServicePagesTests
{
    private const string List = $"/services?body={EditedTown.Key}";
    private const string Detail = $"/services/passport?body={EditedTown.Key}";
    private const string Edit = $"/services/passport/edit?body={EditedTown.Key}";
    private const string Form = "main form[method=post]";

    [Theory, EveryDatabase]
    public async Task The_list_says_first_what_hangs_on_a_single_point(TestApp app)
    {
        await app.CreateHosted();
        await using var german = await PageHost.Start(app);
        await using var english = await PageHost.Start(app, "en");
        var page = await german.Get(List);
        Assert.Equal("Leistungen", page.QuerySelector("h1")?.TextContent);
        Assert.Matches(@"^\d+ Leistungen, davon \d+ in eigener Zuständigkeit;", Text(page, ".lead"));
        Assert.Contains("Nicht öffentlich", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Muss innerhalb eines Tages weitergehen", page.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Contains("Leistungen anderer Stellen", page.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Matches(@"^\d+ services, \d+ of them your own;", Text(await english.Get(List), ".lead"));
    }

    [Theory, EveryDatabase]
    public async Task A_service_is_found_by_name_by_key_and_by_product_number(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        foreach (var search in (string[])["reisePASS", "99085 001", "122"])
            Assert.Contains(Found(await host.Get($"{List}&search={Uri.EscapeDataString(search)}")), n => n == "Reisepass und vorläufiger Pass");
        Assert.Empty(Found(await host.Get($"{List}&search=Raumfahrt")));
    }

    [Theory, EveryDatabase]
    public async Task Without_a_body_the_page_offers_the_first_step(TestApp app)
    {
        await using var host = await PageHost.Start(app);
        Assert.NotNull((await host.Get("/services")).QuerySelector(".empty-state a"));
        Assert.Equal(HttpStatusCode.OK, await host.StatusOf("/resources"));
    }

    [Theory, EveryDatabase]
    public async Task A_service_that_does_not_exist_is_not_found(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusOf($"/services/nothing?body={EditedTown.Key}"));
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusOf($"/services/nothing/edit?body={EditedTown.Key}"));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_value_becomes_a_persons_and_the_others_keep_their_origin(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var saved = await host.Submit(await host.Get(Edit), Form, ("Input.Mtpd.Amount", "3"), ("Input.Mtpd.Unit", "weeks"), ("Input.Name", "Reisepässe"));
        Assert.Equal("Reisepässe", saved.QuerySelector("h1")?.TextContent);
        Assert.Contains("Ihre Änderungen sind gespeichert", Text(saved, "[role=status]"), StringComparison.Ordinal);
        var service = (await app.Model()).Services["passport"];
        Assert.Equal(504, service.MtpdHours);
        Assert.Equal(["mtpdHours", "name"], service.Origins.Keys.Order());
        Assert.All(service.Origins.Values, o => Assert.Equal(OriginKind.Person, o.Kind));
        Assert.Equal(OriginKind.Starter, service.Origin.Kind);

        await host.Submit(await host.Get(Edit), Form, ("Input.CasesPerWeek", "12,5"));
        service = (await app.Model()).Services["passport"];
        Assert.Equal(12.5, service.CasesPerWeek);
        Assert.Equal(["casesPerWeek", "mtpdHours", "name"], service.Origins.Keys.Order());
    }

    [Theory, EveryDatabase]
    public async Task Saving_without_a_change_leaves_the_starter_model_as_it_is(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var back = await host.Submit(await host.Get(Edit), Form);
        Assert.Equal("Reisepass und vorläufiger Pass", back.QuerySelector("h1")?.TextContent);
        Assert.False((await app.Model()).Body.OwnModel);
    }

    [Theory, EveryDatabase]
    public async Task A_change_can_be_taken_back_from_the_page(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var saved = await host.Submit(await host.Get(Edit), Form, ("Input.Mtpd.Amount", "3"), ("Input.Mtpd.Unit", "weeks"));
        Assert.Contains("5 Tage → 3 Wochen", Text(saved, "#undo"), StringComparison.Ordinal);
        var id = saved.QuerySelector<IHtmlButtonElement>("button[name=Change]")!.Value;
        var undone = await host.Submit(saved, "#undo", ("Change", id));
        Assert.Contains("Die Änderung ist zurückgenommen", Text(undone, "[role=status]"), StringComparison.Ordinal);
        Assert.Equal(120, (await app.Model()).Services["passport"].MtpdHours);

        // The same button once more comes too late.
        var late = await host.Submit(saved, "#undo", ("Change", id));
        Assert.Contains("wurde danach noch einmal geändert", Text(late, "[role=alert]"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task All_errors_are_named_at_once_and_what_was_typed_stays(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var refused = await host.Submit(await host.Get(Edit), Form,
            ("Input.CasesPerWeek", "viele"), ("Input.Mtpd.Amount", "1"), ("Input.Mtpd.Unit", "hours"), ("Input.EmergencyLevel", "150"),
            ("Input.LeikaKeys", "4711"), ("Input.Substitutes[0].Capacity", "-3"), ("Input.Name", "Pässe"));
        Assert.Equal(5, refused.QuerySelectorAll(".error-summary li").Length);
        Assert.All(refused.QuerySelectorAll<IHtmlAnchorElement>(".error-summary li a"), a => Assert.NotNull(refused.QuerySelector(a.Hash)));
        Assert.Equal("viele", Value(refused, "Input.CasesPerWeek"));
        Assert.Equal("4711", Value(refused, "Input.LeikaKeys"));
        Assert.Equal("-3", Value(refused, "Input.Substitutes[0].Capacity"));
        Assert.Equal("Pässe", Value(refused, "Input.Name"));
        Assert.Contains("„viele“ lässt sich nicht als Zahl lesen", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.False((await app.Model()).Body.OwnModel);
    }

    [Theory, EveryDatabase]
    public async Task A_lost_update_is_refused_and_shows_what_the_other_changed(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var mine = await host.Get(Edit);
        await host.Submit(await host.Get(Edit), Form, ("Input.Mtpd.Amount", "3"), ("Input.Mtpd.Unit", "weeks"));
        var refused = await host.Submit(mine, Form, ("Input.CasesPerWeek", "7"));
        Assert.Contains("Jemand hat diesen Eintrag inzwischen geändert", Text(refused, ".error-summary"), StringComparison.Ordinal);
        Assert.Contains("5 Tage → 3 Wochen", Text(refused, "#field-input-rowversion"), StringComparison.Ordinal);
        Assert.Equal("7", Value(refused, "Input.CasesPerWeek"));
        Assert.NotEqual(7, (await app.Model()).Services["passport"].CasesPerWeek);

        // What the other one changed stands in the form: it need not be typed again, and saving does not take it back.
        await host.Submit(refused, Form);
        var both = (await app.Model()).Services["passport"];
        Assert.Equal((7.0, 504.0), (both.CasesPerWeek, both.MtpdHours));
    }

    [Theory, EveryDatabase]
    public async Task A_substitute_can_be_added_prepared_and_removed(TestApp app)
    {
        await app.CreateHosted();
        await using var host = await PageHost.Start(app);
        var before = (await app.Model()).Services["passport"].Substitutes;
        await host.Submit(await host.Get(Edit), Form,
            ("Input.Substitutes[0].Remove", "true"), ("Input.NewSubstitute.Kind", "Paper"), ("Input.NewSubstitute.Name", "Vorläufiger Nachweis"),
            ("Input.NewSubstitute.StartDays", "2"), ("Input.NewSubstitute.Capacity", "40"), ("Input.NewSubstitute.Prepared", "true"),
            ("Input.NewSubstitute.Tested", "2025-03-01"), ("Input.NewSubstitute.Needs.Add", "seals"));
        var after = (await app.Model()).Services["passport"].Substitutes;
        Assert.Equal([.. before.Skip(1).Select(s => s.Key), "own-1"], after.Select(s => s.Key));
        var added = after[^1];
        Assert.True(added.Prepared);
        Assert.Equal(0.4, added.Capacity);
        Assert.Equal(48, added.StartPrepared.Likely);
        Assert.Equal("seals", Assert.Single(Assert.Single(added.Needs).Members).Resource);
        Assert.Contains("Vorläufiger Nachweis", (await host.Get(Detail)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static List<string> Found(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim())];

    // Line breaks and protected blanks count as blanks.
    private static string Text(IHtmlDocument page, string selector) =>
        Blanks().Replace(string.Join(' ', page.QuerySelectorAll(selector).Select(e => e.TextContent)), " ").Trim();

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"input[name='{name}']")?.Value;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
