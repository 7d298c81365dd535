using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.App.Tests.Services.Starter;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts;

/// <summary>Small outages whose conditional answer is known.</summary>
public sealed class RemainingTimesTests
{
    private const double Noise = 0.35;
    private const double Median = 240;
    private const double Spread = 0.6;
    private const int Runs = 20_000;
    private static readonly string[] Keys = ["a", "b"];

    /// <summary>Of a time that is known not to have come, what is left of its distribution is known exactly.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(240)]
    [InlineData(500)]
    public void What_is_still_out_comes_as_the_cut_distribution_says(double now)
    {
        var level = Forecast(new() { Hours = now, Returns = [Back("b", 0)] })[ServiceLevel.Own];
        var already = Share(now);
        foreach (var (share, hours) in new[] { (0.1, level.Now!.Value.P10), (0.5, level.Now.Value.P50), (0.9, level.Now.Value.P90) })
            Assert.InRange(hours / Distribution.LogNormal(Median, Spread).Quantile(already + share * (1 - already)), 0.97, 1.03);
        Assert.Equal((1 - already) * Runs, level.EffectiveRuns, 0.02 * Runs);
        Assert.Equal(Median, level.Before.P50, 0.03 * Median);
    }

    [Fact]
    public void What_came_back_when_expected_leaves_the_rest_where_it_was()
    {
        var level = Forecast(new() { Hours = Median, Returns = [Back("b", Median)] })[ServiceLevel.Own];
        var cut = Forecast(new() { Hours = Median, Returns = [Back("b", 0)] })[ServiceLevel.Own];
        Assert.True(level.EffectiveRuns < cut.EffectiveRuns);
        Assert.InRange(level.Now!.Value.P50 / cut.Now!.Value.P50, 0.97, 1.03);
    }

    [Fact]
    public void A_gate_that_passed_at_its_median_leaves_the_medians_near()
    {
        const int Played = 2_000;
        var outage = Town();
        var body = outage.Region.Bodies[0].Key;
        var knowable = Knowable.Of(outage, body);
        var gate = new KnownReturn(KnownThing.Gate, "forensics", ServiceLevel.Own, 1);
        var runs = Play(OutageProbes.Add(outage, body, new() { Hours = 1, Returns = [gate] }, knowable), body, Played);
        var median = runs.Services.Single(s => s.Key == OutageProbes.KeyOf(gate.Thing, gate.Key)).Own.ToArray().Order().ElementAt(Played / 2);
        var forecast = new RemainingTimes(runs, new() { Hours = median, Returns = [gate with { Hours = median }] }, Noise).Of(knowable.Services, Played, 1);
        var moved = forecast.Services.Select(s => s[ServiceLevel.Own]).Where(l => l.Now is not null).Select(l => l.Now!.Value.P50 / l.Before.P50).ToList();
        Assert.True(moved.Count > 20);
        Assert.All(moved, m => Assert.InRange(m, 0.8, 1.2));
        Assert.InRange(forecast.EffectiveRuns, 0.3 * Played, 0.9 * Played);
    }

    [Fact]
    public void The_rest_is_forecast_from_the_runs_that_agree()
    {
        // Both wait for the same gate: whoever sees it late expects the rest late.
        var early = Forecast(new() { Hours = 600, Returns = [Back("gate", 120) with { Thing = KnownThing.Gate }] }, together: true);
        var late = Forecast(new() { Hours = 600, Returns = [Back("gate", 480) with { Thing = KnownThing.Gate }] }, together: true);
        Assert.True(late[ServiceLevel.Own].EffectiveRuns > early[ServiceLevel.Own].EffectiveRuns);
        Assert.True(late[ServiceLevel.Own].Now!.Value.P50 > early[ServiceLevel.Own].Now!.Value.P50);
    }

    [Fact]
    public void Where_too_few_runs_agree_nothing_is_forecast()
    {
        var forecast = All(new() { Hours = 24 * 1_500 });
        Assert.All(forecast.Services, s => Assert.Null(s[ServiceLevel.Own].Now));
        Assert.All(forecast.Services, s => Assert.True(s[ServiceLevel.Own].TooFew));
    }

    [Fact]
    public void Each_level_says_what_is_known_of_it()
    {
        var forecast = All(new() { Hours = 300, Returns = [Back("a", 50) with { Level = ServiceLevel.Emergency }] });
        var (a, b) = (forecast.Services[0], forecast.Services[1]);
        Assert.Equal([LevelState.Back, LevelState.Back, LevelState.Out], a.Levels.Select(l => l.State));
        Assert.Equal([null, 50, null], a.Levels.Select(l => l.BackAfter));
        Assert.Equal([LevelState.Open, LevelState.Open, LevelState.Out], b.Levels.Select(l => l.State));
        var still = All(new() { Hours = 300, OthersStandStill = true }).Services[1];
        Assert.All(still.Levels, l => Assert.Equal(LevelState.Out, l.State));
        Assert.All(still.Levels, l => Assert.True(l.Now!.Value.P10 > 300));
    }

    [Fact]
    public void What_is_looked_at_changes_nothing_else()
    {
        var outage = Town();
        var body = outage.Region.Bodies[0].Key;
        var knowable = Knowable.Of(outage, body);
        var soFar = new OutageSoFar
        {
            Hours = 500,
            Returns = [.. knowable.Resources.Select(key => new KnownReturn(KnownThing.Resource, key, ServiceLevel.Own, 9)), .. knowable.Gates.Keys.Select(key => new KnownReturn(KnownThing.Gate, key, ServiceLevel.Own, 9))],
        };
        Assert.True(soFar.Returns.Count > 10);
        var probed = OutageProbes.Add(outage, body, soFar, knowable);
        Assert.Empty(RegionCheck.FindProblems(probed.Region, probed.Outage));
        var points = PointPlan.Of(outage.Region, outage.Outage);
        var (without, with) = (Play(outage, body), Play(probed, body, points: points));
        foreach (var (before, after) in without.Services.Zip(with.Services))
        {
            Assert.Equal(before.Key, after.Key);
            Assert.Equal(before.Own.ToArray(), after.Own.ToArray());
            Assert.Equal(before.First.ToArray(), after.First.ToArray());
        }

        // A gate passes before the resources that wait for it.
        var forensics = with.Services.Single(s => s.Key == OutageProbes.KeyOf(KnownThing.Gate, "forensics")).Own.ToArray();
        var clean = with.Services.Single(s => s.Key == OutageProbes.KeyOf(KnownThing.Gate, "clean-network")).Own.ToArray();
        Assert.All(forensics.Zip(clean), pair => Assert.True(pair.First > 0 && pair.First < pair.Second));
    }

    private static RemainingService Forecast(OutageSoFar soFar, bool together = false) => All(soFar, together).Services[0];

    private static RemainingForecast All(OutageSoFar soFar, bool together = false)
    {
        var outage = TwoServices(together);
        var played = Play(OutageProbes.Add(outage, "town", soFar, Knowable.Of(outage, "town")), "town", Runs);
        return new RemainingTimes(played, soFar, Noise).Of(Keys, Runs, 1);
    }

    private static RunsOfBody Play(CompiledOutage outage, string body, int runs = 64, PointPlan? points = null)
    {
        RunsOfBody? played = null;
        OutageSimulation.Play(outage.Region, outage.Outage, new() { Runs = runs, Figures = Figures.Times, Points = points }, b => played = b.Key == body ? b : played, ct: TestContext.Current.CancellationToken);
        return played!;
    }

    private static CompiledOutage Town()
    {
        var set = new ModelSet { Asked = [Towns.Town18000.Model()], Providers = [Towns.Provider.Model("provider:p")], PartnerProviders = new Dictionary<string, IReadOnlyList<string>>() };
        return CompiledOutage.Of(new PatchedInputs(set, ScenarioCatalogue.From(Catalogues.Reference)["provider-encryption"]), "provider:p", new RegionCompiler(Catalogues.Reference.Holidays)).Value;
    }

    // Two services, each back when its gate has passed, or both after the same.
    private static CompiledOutage TwoServices(bool together)
    {
        EntityRef Of(string key) => new("town", key);
        var gates = together ? new[] { "gate:gate", "gate:gate" } : ["gate:a", "gate:b"];
        var body = new BodyInput
        {
            Key = "town",
            Team = new TeamInput { People = 1, WorkHours = [WorkCalendar.AlwaysOpen] },
            Resources = [.. Keys.Select(s => new ResourceInput { Key = s, RestoreWork = Distribution.Zero })],
            Services = [.. Keys.Select(s => new ServiceInput { Key = s, CasesPerWeek = 1, Needs = [NeedGroupInput.Of(Of(s))] })],
        };
        var outage = new OutageInput
        {
            Gates = [.. gates.Distinct().Select(g => new GateInput { Key = Of(g), Duration = Distribution.LogNormal(Median, Spread) })],
            Hits = [.. Keys.Zip(gates, (s, g) => new HitGroupInput { Key = Of(s), Members = [new(Of(s), HitKind.Isolated, 1, [Of(g)])] })],
        };
        return new(new() { Bodies = [body] }, outage);
    }

    private static KnownReturn Back(string key, double hours) => new(KnownThing.Service, key, ServiceLevel.Own, hours);

    // Share of the distribution up to an hour, by bisection of its quantiles.
    private static double Share(double hours)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Distribution.LogNormal(Median, Spread).Quantile(middle) < hours ? (middle, high) : (low, middle);
        }

        return low;
    }
}
