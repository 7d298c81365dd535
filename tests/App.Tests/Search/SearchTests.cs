using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.App.Tests.Services.Pages;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Overview.Search;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Search;

/// <summary>One field finds everything a body has, the terms and the pages, and nothing of others.</summary>
public sealed class SearchTests
{
    [Theory]
    [InlineData("Bürgerbüro", "buergerbuero", true)]
    [InlineData("Buergerbuero", "Bürger", true)]
    [InlineData("Bürgerbüro", "burger", true)]
    [InlineData("Straßenreinigung", "strasse REIN", true)]
    [InlineData("Straßenreinigung", "strasse Müll", false)]
    [InlineData("Pass", "Reisepass", false)]
    public void Umlauts_parts_and_several_words_are_understood(string text, string typed, bool found) => Assert.Equal(found, new FoldedWords(typed).Match(text));

    [Theory, EveryDatabase]
    public async Task Every_sort_is_found(TestApp app)
    {
        using var _ = new InLanguage("de");
        var body = await app.CreateSelfHosted();
        await app.Use<Discussion, Result<Guid>>((d, ct) => d.Add(body, "services", "passport", "Der Vertrag endet bald.", ct));
        foreach (var (typed, sort, name) in new[]
        {
            ("reisepaess", "", ""), ("reisepass", "services", "Reisepass und vorläufiger Pass"), ("99085001", "services", "Reisepass und vorläufiger Pass"),
            ("arbeitspl", "resources", "Arbeitsplätze (PC, Notebook)"), ("vertrag", "comments", "Reisepass und vorläufiger Pass"), ("MESO neu", "resources", "Einwohnermeldewesen"), ("Meldewesen", "services", "An-, Um- und Abmeldung"), ("rueckstand", "terms", "Rückstand"), ("maßn", "pages", "Maßnahmen"),
        })
        {
            var found = await Find(app, body, typed);
            if (sort.Length == 0) Assert.Empty(found);
            else Assert.Contains(found.Single(g => g.Sort == sort).Items, i => i.Name == name);
        }

        var all = await Find(app, body, "e");
        Assert.Equal(["services", "resources", "segments", "measures", "scenarios", "comments", "terms", "pages"], all.Select(g => g.Sort));
        Assert.All(all, g => Assert.InRange(g.Items.Count, 1, Limits.FoundPerSort));
        Assert.Contains(all, g => g.Total > g.Items.Count);
        Assert.Equal("too-long", (await app.Use<SearchEverything, Result<IReadOnlyList<FoundGroup>>>((s, ct) => s.Run(body, new('x', Limits.NameLength + 1), ct))).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task What_a_provider_runs_for_the_body_is_found_too(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown("ags:05958004", 18_000);
        var found = (await Find(app, await app.FindBody("ags:05958004"), "einwohnermelde")).Single(g => g.Sort == "resources");
        Assert.Contains("at=provider", Assert.Single(found.Items).Href, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_others_is_found(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.UseAs<AdoptModel, Result<Body>>(towns.OfB, (a, ct) => a.Run(TwoTowns.KeyOfB, ct));
        await app.UseAs<AppDb, int>(towns.OfB, async (db, ct) =>
        {
            db.Add(new Comment { BodyId = towns.B, Id = Guid.CreateVersion7(), Section = "services", ItemKey = "passport", Text = TwoTowns.SecretOfB, Author = new ActorId("local"), CreatedAt = app.Clock.GetCurrentInstant() });
            return await db.SaveChangesAsync(ct);
        });
        var (own, other) = (await BodyOf(app, towns.OfA, TwoTowns.KeyOfA), await BodyOf(app, towns.OfB, TwoTowns.KeyOfB));
        Assert.NotEmpty((await Run(app, towns.OfB, other, TwoTowns.SecretOfB)).Value);
        Assert.Empty((await Run(app, towns.OfA, own, TwoTowns.SecretOfB)).Value);
        Assert.Equal("body.not-found", (await Run(app, towns.OfA, other, TwoTowns.SecretOfB)).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task The_field_stands_in_the_header_and_leads_to_the_page(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var services = await host.Get($"/services?body={EditedTown.Key}");
        Assert.Equal(EditedTown.Key, services.QuerySelector("header form[action='/search'] input[name=body]")?.GetAttribute("value"));
        var page = await host.Get($"/search?body={EditedTown.Key}&q=reisepass");
        Assert.NotNull(page.QuerySelector($"main a[href='/services/passport?body={Uri.EscapeDataString(EditedTown.Key)}']"));
        await using var stranger = await PageHost.Start(app, actor: Actor.Nobody);
        Assert.Null((await stranger.Get("/sign-in")).QuerySelector("form[action='/search']"));
    }

    private static async Task<IReadOnlyList<FoundGroup>> Find(TestApp app, Body body, string typed) => (await app.Use<SearchEverything, Result<IReadOnlyList<FoundGroup>>>((s, ct) => s.Run(body, typed, ct))).Value;

    private static Task<Result<IReadOnlyList<FoundGroup>>> Run(TestApp app, Actor by, Body body, string typed) => app.UseAs<SearchEverything, Result<IReadOnlyList<FoundGroup>>>(by, (s, ct) => s.Run(body, typed, ct));

    private static async Task<Body> BodyOf(TestApp app, Actor by, string key) => (await app.UseAs<BodyDirectory, Result<Body>>(by, (b, ct) => b.Find(key, ct))).Value;
}
