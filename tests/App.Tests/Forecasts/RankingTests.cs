using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts;

public sealed class RankingTests
{
    [Theory, EveryDatabase]
    public async Task What_has_no_effect_is_called_so_and_what_helps_comes_first(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        await Own(app, "own-nothing", new MeasureEffect { Parameter = MeasureParameter.ExtraCapacity, Operation = EffectOperation.Multiply, Value = 1 });
        await Own(app, "own-gates", new MeasureEffect { Parameter = MeasureParameter.GateDuration, Operation = EffectOperation.Multiply, Value = 0.3 }, byProvider: true);
        var ranking = await Rank(app);
        Assert.True(ranking.Measures.Count >= 25);
        Assert.False(ranking.Measures.Single(m => m.Key == "own-nothing").Measurable);
        Assert.True(ranking.Measures.Single(m => m.Key == "own-gates") is { Measurable: true, Gain: > 0 });
        Assert.Equal(ranking.Measures.OrderByDescending(m => m.Measurable).Select(m => m.Measurable), ranking.Measures.Select(m => m.Measurable));
        var gains = ranking.Measures.TakeWhile(m => m.Measurable).Select(m => m.GainPerThousand).ToList();
        Assert.Equal(gains.OrderDescending(), gains);
    }

    [Theory, EveryDatabase]
    public async Task Measures_against_the_chance_stand_apart(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        await Own(app, "own-chance", new MeasureEffect { Parameter = MeasureParameter.YearlyChance, Operation = EffectOperation.Multiply, Value = 0.5 }, byProvider: true);
        var ranking = await Rank(app);
        Assert.DoesNotContain(ranking.Measures, m => m.Key == "own-chance");
        var rarer = ranking.ChanceLowering.Single(m => m.Key == "own-chance");
        Assert.Equal(rarer.ChanceBefore / 2, rarer.ChanceAfter, 12);
    }

    [Theory, EveryDatabase]
    public async Task A_body_cannot_shorten_the_gates_of_its_provider(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        await Own(app, "own-gates", new MeasureEffect { Parameter = MeasureParameter.GateDuration, Operation = EffectOperation.Multiply, Value = 0.3, Gates = ["forensics"] });
        Assert.Equal(0, (await Rank(app)).Measures.Single(m => m.Key == "own-gates").Gain);
    }

    [Theory, EveryDatabase]
    public async Task The_best_set_is_as_good_as_trying_every_set(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        var selection = ForecastTests.Selection();
        const double Budget = 30_000;
        var best = (await app.Use<FindBestSet, Result<BestSet>>((f, ct) => f.Run(selection, Budget, null, ct))).Value;
        Assert.True(best.FirstYearCost <= Budget);
        Assert.NotEmpty(best.Steps);

        // Every set of the six best measures that fits the budget, each simulated.
        var candidates = (await Rank(app)).Measures.Where(m => m is { Measurable: true, Gain: > 0 } && m.Cost.FirstYear <= Budget).OrderByDescending(m => m.Gain).Take(6).ToList();
        var prepared = (await app.Use<PrepareOutage, Result<PreparedOutage>>((p, ct) => p.Run(selection, ct))).Value;
        var paired = PairedRuns.Begin(prepared, selection.Runs, selection.Seed, TestContext.Current.CancellationToken).Value;
        var greatest = Enumerable.Range(1, (1 << candidates.Count) - 1)
            .Select(bits => candidates.Where((_, i) => (bits >> i & 1) == 1).ToList())
            .Where(set => set.Sum(m => m.Cost.FirstYear) <= Budget)
            .Max(set => paired.Gain(set.Select(m => m.Measure), TestContext.Current.CancellationToken).Value.Mean);
        Assert.True(best.Gain >= greatest - 2 * best.StandardError, $"Best set gains {best.Gain}, full enumeration finds {greatest}.");
    }

    internal static async Task<Ranking> Rank(TestApp app) =>
        (await app.Use<RankMeasures, Result<Ranking>>((r, ct) => r.Run(ForecastTests.Selection(), null, ct))).Value;

    private static Task<Result<Measure>> Own(TestApp app, string key, MeasureEffect effect, bool byProvider = false) =>
        app.Use<SaveMeasure, Result<Measure>>((s, ct) => s.Run("ags:05958040", key, 0, new MeasureContent
        {
            Name = key,
            Effects = [effect],
            ByProvider = byProvider,
            Origin = new Origin(OriginKind.Person, new NodaTime.LocalDate(2026, 11, 21)),
        }, ct));
}
