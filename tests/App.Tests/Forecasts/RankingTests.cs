using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
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
    public async Task What_does_the_same_is_worth_nothing_on_top_and_is_named_as_a_pair(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        var effect = new MeasureEffect { Parameter = MeasureParameter.GateDuration, Operation = EffectOperation.AtMost, Value = 0.1 };
        await Own(app, "own-first", effect, byProvider: true);
        await Own(app, "own-second", effect, byProvider: true);
        var ranking = await Rank(app);
        var (first, second) = (ranking.Measures.Single(m => m.Key == "own-first"), ranking.Measures.Single(m => m.Key == "own-second"));
        Assert.True(first is { Helps: true });
        Assert.Equal((first.Gain, new GainOfRuns(0, 0)), (second.Gain, first.OnTop!.Value));
        var pair = ranking.Interactions.Single(i => i is { First: "own-first", Second: "own-second" });
        Assert.True(pair.Overlap);
        Assert.Equal((first.Gain, 2 * first.Gain, first.StandardError), (pair.Together, pair.Sum, pair.StandardError), (a, b) => Near(a.Item1, b.Item1) && Near(a.Item2, b.Item2) && Near(a.Item3, b.Item3));
        Assert.All(ranking.Interactions, i => Assert.True(Math.Abs(i.Together - i.Sum) >= 2 * i.StandardError));
        Assert.All(ranking.Measures, m => Assert.Equal(m.Helps, m.OnTop is not null));

        static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6 * Math.Abs(a);
    }

    [Theory, EveryDatabase]
    public async Task The_best_set_is_as_good_as_trying_every_set(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        var selection = ForecastTests.Selection();
        var prepared = (await app.Use<PrepareOutage, Result<PreparedOutage>>((p, ct) => p.Run(selection, ct))).Value;
        var ct = TestContext.Current.CancellationToken;
        var paired = PairedRuns.Begin(prepared, selection.Runs, selection.Seed, ct).Value;
        var candidates = (await Rank(app)).Measures.Where(m => m.Helps).OrderByDescending(m => m.Gain).Take(7).ToList();
        var gains = new GainsOfSets(set => paired.DaysLost(set.Select(m => m.Measure), ct), paired.Baseline, 2, ct);
        foreach (var share in new[] { 0.15, 0.35, 0.7 })
        {
            var budget = share * candidates.Sum(m => m.Cost.FirstYear);
            var best = new SetSearch(gains, candidates, budget).Run(null);
            Assert.True(best.FirstYearCost <= budget);
            var greatest = SetSearchTests.GreatestOf(gains, candidates, budget);
            Assert.True(best.Gain >= 0.99 * greatest, $"Best set for {budget} gains {best.Gain}, full enumeration finds {greatest}.");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_set_within_a_budget_says_what_each_measure_adds(TestApp app)
    {
        await app.CreateTown("ags:05958040", 18_000);
        const double Budget = 30_000;
        var best = (await app.Use<FindBestSet, Result<BestSet>>((f, ct) => f.Run(ForecastTests.Selection(), Budget, null, ct))).Value;
        Assert.True(best.FirstYearCost <= Budget);
        Assert.True(best.Steps.Count > 1);
        Assert.Equal(best.Gain, best.Steps.Sum(s => s.GainOnTop), 6);
        Assert.Equal(best.Steps[^1].GainOnTop, best.Steps[^1].WithoutIt.Mean, 6);
    }

    [Fact]
    public void Bought_together_a_joint_measure_costs_once_and_what_grows_with_size_does_not()
    {
        var joint = new MeasureContent { Effects = [], OneOffEuro = 2_000, YearlyEuro = 500, Joint = true, Origin = new Origin(OriginKind.Person, new NodaTime.LocalDate(2026, 11, 21)) };
        Assert.Equal(new MeasureCost(2_000, 1_500, 3_500, 1_900), Together(joint));
        Assert.Equal(new MeasureCost(6_000, 1_500, 7_500, 2_700), Together(joint with { Joint = false }));
        Assert.Equal(new MeasureCost(60_000, 15_000, 75_000, 27_000), Together(joint with { ScalesWith = CostScale.PerThousandInhabitants }));

        static MeasureCost Together(MeasureContent measure) => MeasureCost.Together(measure, Enumerable.Range(0, 3).Select(_ => MeasureCost.Of(measure, Town.Of(10_000), new TeamContent { People = 1 }, 100)));
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
