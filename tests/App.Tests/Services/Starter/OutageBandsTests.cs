using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Starter;

/// <summary>The starter numbers give bands of the shape seen in real outages. Wide on purpose: they guard against slips of data, not against a better fit.</summary>
public sealed class OutageBandsTests
{
    [Fact]
    public void An_encrypted_provider_keeps_its_towns_waiting_for_one_to_four_months()
    {
        var town = Simulate("provider-encryption", Towns.Town18000, Towns.Provider);
        var identityCard = town.Services.Single(s => s.Key == "identity-card");
        Assert.InRange(Days(identityCard.Own.P50), 30, 120);
        Assert.InRange(identityCard.Own.P90 / identityCard.Own.P10, 4, 20);
        Assert.InRange(ShareOwn(town, day: 7), 0, 0.1);
        Assert.InRange(ShareOwn(town, day: 21), 0, 0.2);
        Assert.InRange(ShareOwn(town, day: 180), 0.85, 1);
        var first = town.Services.Where(s => s.ChanceAffected > 0.5).Select(s => Days(s.First.P50)).Order().ToList();
        Assert.InRange(first[first.Count / 2], 2, 14);
        Assert.True(first[0] < 3);
    }

    [Fact]
    public void An_encrypted_town_with_its_own_data_centre_is_back_sooner_than_one_at_a_provider()
    {
        var own = Simulate("own-encryption-backups-usable", Towns.Town18000.OwnCentre());
        Assert.InRange(Days(own.Services.Single(s => s.Key == "identity-card").Own.P50), 25, 80);
        Assert.True(own.Total.DaysLost.Mean < Simulate("provider-encryption", Towns.Town18000, Towns.Provider).Total.DaysLost.Mean);
    }

    [Fact]
    public void A_precaution_costs_a_fraction_of_an_encryption()
    {
        var precaution = Simulate("provider-precaution", Towns.Town18000, Towns.Provider);
        Assert.InRange(Days(precaution.Services.Single(s => s.Key == "identity-card").Own.P50), 5, 30);
    }

    [Theory]
    [InlineData("cable-cut", 3)]
    [InlineData("failed-update", 7)]
    [InlineData("power-3-days", 6)]
    [InlineData("telephone-outage", 5)]
    [InlineData("cloud-identity-outage", 3)]
    public void What_is_no_attack_is_over_in_days(string scenario, int days)
    {
        var town = Simulate(scenario, Towns.Town18000);
        Assert.Contains(town.Services, s => s.ChanceAffected > 0.5);
        Assert.All(town.Services, s => Assert.True(Days(s.Own.P50) < days, $"{s.Key}: {Days(s.Own.P50):0.0}"));
    }

    [Fact]
    public void A_certification_with_seal_and_stamp_survives_the_attack() =>
        Assert.Equal(0, Simulate("provider-encryption", Towns.Town18000, Towns.Provider).Services.Single(s => s.Key == "certification-of-copies").ChanceAffected);

    private static double Days(double hours) => hours / 24;

    private static double ShareOwn(BodyResult body, int day)
    {
        var curve = body.Total.Curve;
        return curve.Own.P50[curve.Hours.TakeWhile(h => h <= day * 24).Count() - 1];
    }

    private static BodyResult Simulate(string scenario, BodyContent town, BodyContent? provider = null)
    {
        var set = new ModelSet
        {
            Asked = [town.Model()],
            Providers = [(provider ?? Towns.Provider).Model("provider:p")],
            PartnerProviders = new Dictionary<string, IReadOnlyList<string>>(),
        };
        var compiled = ScenarioCompiler.Compile(ScenarioCatalogue.From(Catalogues.Reference)[scenario], set, null, null, OutageStart.Unknown.Count).Value;
        var region = new RegionCompiler(Catalogues.Reference.Holidays).Compile(set, OutageStart.Unknown, compiled.FallenProviders);
        Assert.Empty(RegionCheck.FindProblems(region, compiled.Outage).Select(p => $"{p.Kind} {string.Join(" > ", p.Path)}"));
        return OutageSimulation.Run(region, compiled.Outage, new RunOptions { Runs = 240, Seed = 7, Threads = 2 }).Bodies.Single(b => b.Key == "town");
    }
}
