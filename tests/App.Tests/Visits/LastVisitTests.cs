using Microsoft.AspNetCore.Http;
using NodaTime;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Overview.Visits;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Visits;

public sealed class LastVisitTests
{
    private const string Key = "ags:05958004";
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 8, 0);

    [Fact]
    public void A_visit_ends_after_a_pause_and_the_next_one_looks_back_at_it()
    {
        Assert.Null(Visit(null, Monday, out var cookie));
        Assert.Null(Visit(cookie, Monday + Duration.FromMinutes(50), out cookie));
        var tuesday = Monday + Duration.FromHours(25);
        Assert.Equal(Monday + Duration.FromMinutes(50), Visit(cookie, tuesday, out cookie));
        // As long as this visit lasts, it looks back at the same one.
        Assert.Equal(Monday + Duration.FromMinutes(50), Visit(cookie, tuesday + Duration.FromHours(3), out cookie));
        Assert.Equal(tuesday + Duration.FromHours(3), Visit(cookie, tuesday + Duration.FromHours(9), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x.y")]
    [InlineData("1.2.3")]
    [InlineData("-5.-5")]
    [InlineData("99999999999999999999.99999999999999999999")]
    [InlineData("4102444800.4102444800")]
    public void What_is_no_moment_of_the_past_is_no_visit(string cookie) => Assert.Null(Visit(cookie, Monday, out _));

    [Theory, EveryDatabase]
    public async Task Each_item_stands_once_and_the_latest_comes_first(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        await app.Use<AdoptModel, Result<Body>>((u, ct) => u.Run(Key, ct));
        app.Clock.Advance(Duration.FromMinutes(10));
        var visit = app.Clock.GetCurrentInstant();
        Assert.Null(await Since(app, visit));
        app.Clock.Advance(Duration.FromMinutes(10));
        await Rename(app, "passport", "Pässe");
        await Rename(app, "marriage", "Trauungen");
        app.Clock.Advance(Duration.FromMinutes(10));
        await Rename(app, "passport", "Reisepässe");
        var changes = (await Since(app, visit))!;
        Assert.Equal((2, false), (changes.Count, changes.More));
        Assert.Equal(["Reisepässe", "Trauungen"], changes.Items.Select(i => i.Name));
        Assert.Equal($"/services/passport?body={Uri.EscapeDataString(Key)}", changes.Items[0].Address);
        Assert.Null(await Since(app, app.Clock.GetCurrentInstant()));
    }

    private static async Task<ChangesSince?> Since(TestApp app, Instant visit)
    {
        var body = await app.FindBody(Key);
        return await app.Use<ListChangesSince, ChangesSince?>((u, ct) => u.Run(body, visit, ct));
    }

    private static async Task Rename(TestApp app, string service, string name)
    {
        var found = (await app.Use<FindItem, Result<FoundItem>>((u, ct) => u.Run(Key, "services", service, ct))).Value;
        Assert.Null((await app.Use<SaveItem, Result<FoundItem>>((u, ct) => u.Run(Key, "services", service, found.Version, CanonicalJson.Read<ServiceContent>(found.Json) with { Name = name }, ct))).Refusal);
    }

    private static Instant? Visit(string? cookie, Instant now, out string kept)
    {
        var http = new DefaultHttpContext();
        if (cookie is not null) http.Request.Headers.Cookie = $"{LastVisit.Cookie}={cookie}";
        var before = LastVisit.Note(http, now);
        kept = http.Response.Headers.SetCookie.ToString().Split('=', ';')[1];
        return before;
    }
}
