using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts;

public sealed class RemainingTests
{
    private const string Town = "ags:05958040";
    private const int Runs = 640;
    private static readonly KnownReturn Forensics = new(KnownThing.Gate, "forensics", ServiceLevel.Own, 216);

    [Theory, EveryDatabase]
    public async Task The_same_facts_give_the_same_bytes_and_are_computed_once(TestApp app)
    {
        await app.CreateTown(Town, 18_000);
        var soFar = new OutageSoFar { Hours = 300, Returns = [Forensics] };
        var first = await Forecast(app, soFar, threads: 1);
        var again = await Forecast(app, soFar, threads: 2);
        Assert.Equal(Json(first), Json(again));
        Assert.Equal(1, await app.Use<AppDb, int>((db, ct) => db.Set<Forecast>().CountAsync(ct)));

        // The engine itself gives the same for any number of threads, not only the store.
        await app.Use<AppDb, int>(async (db, ct) => { db.RemoveRange(db.Set<Forecast>()); return await db.SaveChangesAsync(ct); });
        Assert.Equal(Json(first), Json(await Forecast(app, soFar, threads: 2)));
    }

    [Theory, EveryDatabase]
    public async Task What_came_back_late_lets_the_rest_come_late(TestApp app)
    {
        await app.CreateTown(Town, 18_000);
        var late = (await Forecast(app, new() { Hours = 480, Returns = [Forensics with { Hours = 460 }] })).Forecast;
        var early = (await Forecast(app, new() { Hours = 480, Returns = [Forensics with { Hours = 100 }] })).Forecast;
        var pairs = early.Services.Zip(late.Services).Select(s => (Early: s.First[ServiceLevel.Own].Now, Late: s.Second[ServiceLevel.Own].Now)).Where(s => s is { Early: not null, Late: not null }).ToList();
        Assert.True(pairs.Count > 10);
        Assert.True(pairs.Count(p => p.Late!.Value.P50 > p.Early!.Value.P50) > 0.8 * pairs.Count);
        Assert.All(pairs, p => Assert.True(p.Early!.Value.P10 > 480 && p.Late!.Value.P10 > 480));
        Assert.All(early.Services.Zip(late.Services), s => Assert.Equal(s.First[ServiceLevel.Own].Before, s.Second[ServiceLevel.Own].Before));
        Assert.InRange(early.EffectiveRuns, 1, Runs - 1);
    }

    [Theory, EveryDatabase]
    public async Task An_outage_that_hardly_any_run_knows_is_not_forecast(TestApp app)
    {
        await app.CreateTown(Town, 18_000);
        var remained = await Forecast(app, new() { Hours = 24 * 1_500, OthersStandStill = true });
        Assert.True(remained.Forecast.TooFew);
        Assert.All(remained.Forecast.Services.SelectMany(s => s.Levels), l => Assert.Null(l.Now));
        Assert.Contains("640", RemainingWords.Basis(remained.Forecast), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Everything_that_is_wrong_is_said_at_once(TestApp app)
    {
        await app.CreateTown(Town, 18_000);
        var wrong = new OutageSoFar
        {
            Hours = 100,
            Returns =
            [
                new(KnownThing.Service, "identity-card", ServiceLevel.Own, 120),
                new(KnownThing.Service, "passport", ServiceLevel.Own, -1),
                new(KnownThing.Service, "none", ServiceLevel.Own, 5),
                new(KnownThing.Service, "payroll-payment", ServiceLevel.Own, 50),
                new(KnownThing.Service, "payroll-payment", ServiceLevel.Emergency, 60),
                new(KnownThing.Service, "payroll-payment", ServiceLevel.Own, 50),
                Forensics with { Level = ServiceLevel.First, Hours = 5 },
            ],
        };
        var prepared = await app.Use<ForecastRemaining, Result<KnowableOutage>>((f, ct) => f.Prepare(Selection(), ct));
        Assert.Equal(
            ["0 When so-far.after-now", "1 When so-far.before", "2 What so-far.unknown", "4 When so-far.order", "5 What so-far.twice", "5 When so-far.order", "6 What so-far.level"],
            SoFarCheck.Problems(wrong.Hours, wrong.Returns, prepared.Value.Knowable).Select(p => $"{p.Row} {p.Part} {p.Reason.Code}"));
        var refused = await Run(app, Selection(), wrong);
        Assert.Equal("so-far.wrong", refused.Refusal?.Code);
        Assert.Contains("7", refused.Refusal!.Sentence, StringComparison.Ordinal);
        foreach (var hours in new[] { 0, -1, double.NaN, double.PositiveInfinity, 5 * 366 * 24 }) Assert.Equal("so-far.wrong", (await Run(app, Selection(), new() { Hours = hours })).Refusal?.Code);
        var many = Enumerable.Repeat(Forensics, Limits.KnownReturns + 1).ToList();
        Assert.Contains(SoFarCheck.Problems(400, many, null), p => p.Reason.Code == "so-far.too-many");
        Assert.Equal("remaining.one-body", (await Run(app, Selection() with { Body = null, Region = "region:r" }, new() { Hours = 9 })).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_the_inside_of_a_provider_is_shown_or_can_be_named(TestApp app)
    {
        await app.Use<CreateBody, Result<Body>>((u, ct) => u.Run("provider:x", Bodies.Town.Of(50_000) with { Kind = BodyKind.Provider, LegalStatus = LegalStatus.None, Name = "X" }, ct));
        await app.CreateTown(Town, 18_000, b => b with { Providers = ["provider:x"] });
        var remained = await Forecast(app, new() { Hours = 300, Returns = [Forensics] });
        var set = remained.Outage.Outage.Inputs.Set;
        var inside = set.Providers.Single().Resources.Keys.Except(set.Asked.Single().Resources.Keys).ToList();
        Assert.True(inside.Count > 5);
        Assert.All(inside, key => Assert.DoesNotContain(key, remained.Outage.Knowable.Resources));
        Assert.All(remained.Forecast.Services, s => Assert.Contains(s.Key, set.Asked.Single().Services.Keys));
        Assert.All(inside, key => Assert.DoesNotContain($"\"{key}\"", Json(remained), StringComparison.Ordinal));
        foreach (var key in inside.Concat(inside.Select(k => $"provider:x/{k}")))
            Assert.Equal("so-far.wrong", (await Run(app, Selection(), new() { Hours = 300, Returns = [new(KnownThing.Resource, key, ServiceLevel.Own, 20)] })).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_body_is_not_there(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var refused = await app.UseAs<ForecastRemaining, Result<RemainedOutage>>(towns.OfA, (f, ct) => f.Run(Selection() with { Body = TwoTowns.KeyOfB }, new() { Hours = 9 }, null, ct));
        var missing = await app.UseAs<ForecastRemaining, Result<RemainedOutage>>(towns.OfA, (f, ct) => f.Run(Selection() with { Body = "ags:00000000" }, new() { Hours = 9 }, null, ct));
        Assert.Equal("body.not-found", refused.Refusal?.Code);
        Assert.Equal(missing.Refusal?.Code, refused.Refusal?.Code);
        await Assert.ThrowsAsync<NotPermittedException>(() => app.UseAs<ForecastRemaining, Result<RemainedOutage>>(Actor.Nobody, (f, ct) => f.Run(Selection(), new() { Hours = 9 }, null, ct)));
    }

    [Theory, EveryDatabase]
    public async Task Long_work_leaves_the_result_where_the_page_looks(TestApp app)
    {
        var body = await app.CreateTown(Town, 18_000);
        var soFar = new OutageSoFar { Hours = 300, Returns = [Forensics] };
        var ordered = await app.Use<ForecastWork, Result<Job>>((w, ct) => w.Remaining(Selection(), soFar, ct));
        Assert.Equal(ordered.Value.Key, (await app.Use<ForecastWork, Result<Job>>((w, ct) => w.Remaining(Selection(), soFar, ct))).Value.Key);
        await using var node = app.WithJobs();
        Assert.Null(await node.GetRequiredService<JobRunner>().Run(body.BodyId, ordered.Value.Id, TestContext.Current.CancellationToken));
        Assert.Equal(JobState.Done, (await app.Use<ForecastWork, Job?>((w, ct) => w.Find(ordered.Value.Key, ct)))?.State);
        var prepared = await app.Use<ForecastRemaining, Result<KnowableOutage>>((f, ct) => f.Prepare(Selection(), ct));
        Assert.NotNull((await app.Use<ForecastRemaining, Result<RemainingForecast?>>((f, ct) => f.Find(prepared.Value, Selection(), soFar, ct))).Value);
        Assert.Null((await app.Use<ForecastRemaining, Result<RemainingForecast?>>((f, ct) => f.Find(prepared.Value, Selection(), soFar with { Hours = 301 }, ct))).Value);
    }

    [Theory]
    [InlineData("service:identity-card@50", KnownThing.Service, "identity-card", ServiceLevel.Own, 50)]
    [InlineData("Service:identity-card:Emergency@50.5", KnownThing.Service, "identity-card", ServiceLevel.Emergency, 50.5)]
    [InlineData("gate:own:made@0", KnownThing.Gate, "own:made", ServiceLevel.Own, 0)]
    [InlineData("resource:mail@-1", KnownThing.Resource, "mail", ServiceLevel.Own, -1)]
    public void What_is_back_can_be_written_as_text(string text, KnownThing thing, string key, ServiceLevel level, double hours) =>
        Assert.Equal(new KnownReturn(thing, key, level, hours), Assert.Single(SoFarText.Read([text]).Value));

    [Fact]
    public void Text_that_cannot_be_read_is_named_by_its_place()
    {
        var refused = SoFarText.Read(["service:a@1", "service:a", "a@1", "thing:a@1", "service:@1", "service:a@soon"]);
        Assert.Equal("so-far.unreadable", refused.Refusal?.Code);
        Assert.Contains("2, 3, 4, 5, 6", refused.Refusal!.Sentence, StringComparison.Ordinal);
    }

    private static Selection Selection(int threads = 2) => new() { Body = Town, Scenario = "provider-encryption", Runs = Runs, Threads = threads };

    private static Task<Result<RemainedOutage>> Run(TestApp app, Selection selection, OutageSoFar soFar) =>
        app.Use<ForecastRemaining, Result<RemainedOutage>>((f, ct) => f.Run(selection, soFar, null, ct));

    private static async Task<RemainedOutage> Forecast(TestApp app, OutageSoFar soFar, int threads = 2) => (await Run(app, Selection(threads), soFar)).Value;

    private static string Json(RemainedOutage remained) => RemainingDocument.Of(remained, Selection()).ToJson();
}
