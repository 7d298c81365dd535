using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts;

public sealed class ForecastTests
{
    private const int Runs = 60;

    [Theory, EveryDatabase]
    public async Task The_same_inputs_give_the_same_bytes_and_are_computed_once(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        var first = await Simulate(app, Selection(threads: 1));
        var again = await Simulate(app, Selection(threads: 2));
        Assert.Equal(Json(first), Json(again));
        Assert.Equal(1, await app.Use<ResilienceMonitor.Platform.Data.AppDb, int>(async (db, ct) => { await Task.Yield(); return db.Set<Forecast>().Count(); }));
        var other = await Simulate(app, Selection(threads: 1) with { Seed = 2 });
        Assert.NotEqual(Json(first), Json(other));
    }

    [Theory, EveryDatabase]
    public async Task Several_people_may_ask_for_the_same_at_once(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var asked = Selection() with { Seed = seed, Levers = new() { ItPeople = (int)seed } };
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Simulate(app, asked))));
            Assert.Single(answers.Select(Json).Distinct());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_moved_slider_shows_what_a_whole_simulation_would_and_follows_the_model(TestApp app)
    {
        var body = await app.CreateTown("ags:05958040", 18_000);
        foreach (var levers in new Levers[] { new(), new() { ItPeople = 20 }, new() { Prepared = true }, new() { GatePercent = 30, BackupPercent = 100 } })
        {
            var selection = Selection() with { Levers = levers };
            await Compare(selection);
        }

        await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(body.Key, 1, body.Content with { Population = 40_000 }, ct));
        await Compare(Selection() with { Levers = new() { ItPeople = 20 } });
        Assert.NotNull((await app.Use<SimulateOutage, Result<(SimulatedOutage, SimulatedOutage)>>((s, ct) => s.Preview(Selection() with { Scenario = "nothing" }, ct))).Refusal);

        async Task Compare(Selection selection)
        {
            var (without, with) = (await app.Use<SimulateOutage, Result<(SimulatedOutage, SimulatedOutage)>>((s, ct) => s.Preview(selection, ct))).Value;
            Assert.Equal((await Simulate(app, selection with { Levers = new() })).Result.Total.Curve.Own.P50, without.Result.Total.Curve.Own.P50);
            Assert.Equal((await Simulate(app, selection)).Result.Total.DaysLostByRun, with.Result.Total.DaysLostByRun);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_result_points_at_the_state_of_the_model_it_was_made_from(TestApp app)
    {
        var body = await app.CreateTown("ags:05958040", 18_000);
        var simulated = await Simulate(app, Selection());
        var hash = simulated.Inputs.Snapshots["ags:05958040"];
        await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(body.Key, 1, body.Content with { Population = 40_000 }, ct));
        var kept = await app.Use<SnapshotStore, BodyModel?>((s, ct) => s.Find(body.BodyId, hash, ct));
        Assert.Equal(18_000, kept?.Body.Population);
        Assert.NotEqual(hash, (await Simulate(app, Selection())).Inputs.Snapshots["ags:05958040"]);
    }

    [Theory, EveryDatabase]
    public async Task An_encrypted_provider_shows_the_known_pattern(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        var services = (await Simulate(app, Selection() with { Runs = 200 })).Asked.Single().Result.Services;
        var card = services.Single(s => s.Key == "identity-card");

        // Dead time, then a first substitute within three weeks, the own service after one to four months, a long tail.
        Assert.InRange(card.First.P50 / 24, 1, 21);
        Assert.InRange(card.Own.P50 / 24, 25, 125);
        Assert.True(card.Own.P90 > 2 * card.Own.P50);
        Assert.True(card.Own.P10 <= card.Own.P50 && card.First.P50 < card.Own.P50);
    }

    [Theory, EveryDatabase]
    public async Task Runs_that_cannot_be_computed_are_refused_in_words(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        foreach (var runs in new[] { 0, -1, int.MinValue, int.MaxValue, Limits.Runs + 1 })
        {
            var refused = await app.Use<SimulateOutage, Result<SimulatedOutage>>((s, ct) => s.Run(Selection() with { Runs = runs }, null, ct));
            Assert.Equal("runs.out-of-range", refused.Refusal?.Code);
            Assert.Equal("runs.out-of-range", (await app.Use<RankMeasures, Result<Ranking>>((r, ct) => r.Run(Selection() with { Runs = runs }, null, ct))).Refusal?.Code);
        }

        var list = $"key,name,kind\n{string.Join('\n', Enumerable.Range(50, 30).Select(i => $"059580{i},Ort {i},municipality"))}";
        await app.Use<ImportBodies, BodyImport>((i, ct) => i.Run(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(list)), "list.csv", "r", dryRun: false, ct));
        var many = await app.Use<SimulateOutage, Result<SimulatedOutage>>((s, ct) => s.Run(Selection() with { Body = null, Region = "region:r", Runs = Limits.Runs }, null, ct));
        Assert.Equal("runs.too-many", many.Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Runs_are_added_until_a_result_is_as_exact_as_asked_for(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        var rough = (await Simulate(app, Selection() with { Accuracy = 0.5, Runs = 4_096 })).Result;
        Assert.Equal(256, rough.Runs);
        Assert.True(ResultAccuracy.Of(rough).Meets(0.5));
        var limited = await Simulate(app, Selection() with { Accuracy = Limits.FinestAccuracy, Runs = 600 });
        Assert.Equal(600, limited.Result.Runs);
        Assert.False(ResultAccuracy.Of(limited.Result).Meets(Limits.FinestAccuracy));
        Assert.Contains("\"accuracy\":{\"daysLost\":0.", Json(limited), StringComparison.Ordinal);
        Assert.Equal(DaysLost(await Simulate(app, Selection() with { Runs = 600 })), DaysLost(limited));
        foreach (var accuracy in new[] { 0, -1, 0.9, double.NaN })
            Assert.Equal("accuracy.out-of-range", (await Run(app, Selection() with { Accuracy = accuracy })).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_lever_changes_the_outage_and_nothing_else(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        var asIs = await Simulate(app, Selection());
        var slower = await Simulate(app, Selection() with { Levers = new Levers { GatePercent = 200 } });
        Assert.True(DaysLost(slower) > DaysLost(asIs));
        Assert.Equal(DaysLost(asIs), DaysLost(await Simulate(app, Selection())));
    }

    [Theory, EveryDatabase]
    public async Task The_customers_of_a_provider_fall_together(TestApp app)
    {
        await app.Use<CreateBody, Result<Body>>((u, ct) => u.Run("provider:x", Town.Of(50_000) with { Kind = BodyKind.Provider, LegalStatus = LegalStatus.None, Name = "X" }, ct));
        foreach (var key in new[] { "ags:05958040", "ags:05958044" }) await app.CreateTown(key, 18_000, b => b with { Providers = ["provider:x"] });
        await app.CreateTown("ags:05958048", 18_000);
        var simulated = await Simulate(app, new Selection { CustomersOf = "provider:x", Scenario = "provider-encryption", Runs = 20 });
        Assert.Equal(["ags:05958040", "ags:05958044"], simulated.Asked.Select(b => b.Model.Key).Order());
        Assert.All(simulated.Asked, b => Assert.True(b.Result.Total.DaysLost.Mean > 0));
        Assert.Equal("provider.no-customers", (await Run(app, new Selection { CustomersOf = "ags:05958048", Scenario = "provider-encryption" })).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_simulated_is_refused_in_words(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000, b => b with { Answers = new StarterAnswers { ProviderKnown = true } });
        Assert.Equal("scenario.no-provider", (await Run(app, Selection())).Refusal?.Code);
        Assert.Equal("scenario.not-found", (await Run(app, Selection() with { Scenario = "flood" })).Refusal?.Code);
        Assert.Equal("body.not-found", (await Run(app, Selection() with { Body = "ags:nowhere" })).Refusal?.Code);
        Assert.Equal("runs.out-of-range", (await Run(app, Selection() with { Runs = 0 })).Refusal?.Code);
        Assert.Equal("measure.not-found", (await Run(app, Selection() with { Measures = ["prayer"] })).Refusal?.Code);
        Assert.Equal("selection.empty", (await Run(app, Selection() with { Body = null })).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task The_inputs_to_check_first_are_the_ones_that_move_the_answer(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        var list = await app.Use<CheckFirst, Result<CheckList>>((c, ct) => c.Run(Selection(), null, ct));
        Assert.InRange(list.Value.Inputs.Count, 5, 10);
        Assert.Equal(list.Value.Inputs.OrderByDescending(i => i.Spread), list.Value.Inputs);
        Assert.All(list.Value.Inputs, i => Assert.True(i.Measurable));
    }

    internal static Selection Selection(int threads = 2) => new() { Body = "ags:05958040", Scenario = "provider-encryption", Runs = Runs, Threads = threads };

    internal static Task<Result<SimulatedOutage>> Run(TestApp app, Selection selection) => app.Use<SimulateOutage, Result<SimulatedOutage>>((s, ct) => s.Run(selection, null, ct));

    private static async Task<SimulatedOutage> Simulate(TestApp app, Selection selection) => (await Run(app, selection)).Value;

    private static string Json(SimulatedOutage simulated) => ForecastDocument.Of(simulated, Selection()).ToJson();

    private static double DaysLost(SimulatedOutage simulated) => simulated.Asked.Single().Result.Total.DaysLost.Mean;
}
