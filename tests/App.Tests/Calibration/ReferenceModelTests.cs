using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Calibration.Model;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.App.Tests.Calibration;

public sealed class ReferenceModelTests
{
    private static readonly ReferenceCatalogue Catalogue = ReferenceCatalogue.From(Catalogues.Reference);

    [Fact]
    public void An_encrypted_town_recovers_in_the_known_order()
    {
        var runs = Play(Outages.Encrypted(50_000));
        double[] medians =
        [
            Median(runs, Milestone.FirstSubstitute), Median(runs, Milestone.Forensics), Median(runs, Milestone.EmergencyInfrastructure), Median(runs, Milestone.FirstClients),
            Median(runs, Milestone.OwnService, "id-card"), Median(runs, Milestone.Share, share: 0.9), Median(runs, Milestone.Full),
        ];
        Assert.Equal(medians.Order(), medians);

        // The patterns of real outages: a dead time of one to four weeks, and everything back after two months to a year.
        Assert.InRange(medians[1], 5, 15);
        Assert.InRange(medians[^1], 60, 365);
    }

    [Fact]
    public void Lost_backups_size_and_a_provider_make_it_longer()
    {
        var town = Median(Play(Outages.Encrypted(20_000, BackupState.Usable)), Milestone.Full);
        Assert.True(Median(Play(Outages.Encrypted(20_000, BackupState.Lost)), Milestone.Full) > 1.2 * town);
        Assert.True(Median(Play(Outages.Encrypted(400_000, BackupState.Usable)), Milestone.Full) > 1.3 * town);
        Assert.True(Median(Play(Outages.Encrypted(20_000, BackupState.Usable, OutageBody.Provider)), Milestone.Full) > 1.1 * town);
    }

    [Fact]
    public void A_precaution_is_two_things()
    {
        var days = Play(new() { Id = "X1", Cause = OutageCause.Precaution, Population = 50_000 }).Days(Seen(Milestone.Full))!.Order().ToArray();
        Assert.InRange(days.Count(d => d < 14) / (double)days.Length, 0.35, 0.65);
        Assert.True(days[days.Length * 9 / 10] > 40);
    }

    [Fact]
    public void A_power_cut_is_over_within_days() => Assert.InRange(Median(Play(new() { Id = "X1", Cause = OutageCause.Power }), Milestone.Full), 0.05, 1);

    [Fact]
    public void Nothing_but_a_name_is_enough()
    {
        var runs = Play(new() { Id = "X1" });
        foreach (var milestone in Enum.GetValues<Milestone>().Where(m => m != Milestone.FailedRestart))
            Assert.All(runs.Days(Seen(milestone))!, day => Assert.InRange(day, 0, 5 * 365));
        Assert.Null(runs.Days(Seen(Milestone.FailedRestart)));
    }

    [Fact]
    public void A_part_of_the_workplaces_is_back_before_all_of_them_in_every_run()
    {
        var runs = Play(Outages.Encrypted(90_000));
        var (half, all) = (runs.Days(Seen(Milestone.Clients, share: 0.5))!, runs.Days(Seen(Milestone.Clients, share: 1))!);
        Assert.All(half.Zip(all), d => Assert.True(d.First <= d.Second));
        Assert.True(Median(runs, Milestone.Clients, share: 0.5) < Median(runs, Milestone.Clients, share: 1));
    }

    [Theory]
    [InlineData("id-card", "residents")]
    [InlineData("Council-Tax", "finance")]
    [InlineData("civil-registry", "civil-registry")]
    [InlineData("quidditch", "other")]
    [InlineData(null, "other")]
    public void Names_of_services_are_understood_and_others_stand_for_the_rest(string? name, string service) => Assert.Equal(service, Catalogue.ServiceOf(name));

    [Fact]
    public void The_same_seed_gives_the_same_days_on_any_number_of_threads()
    {
        var seen = Seen(Milestone.Full);
        Assert.Equal(Play(Outages.Encrypted(50_000), threads: 1).Days(seen), Play(Outages.Encrypted(50_000), threads: 2).Days(seen));
    }

    private static Observation Seen(Milestone milestone, string? service = null, double? share = null) => Outages.Seen(milestone, 1, 1, service: service, share: share);

    private static ReferenceRuns Play(KnownOutage outage, int threads = 2) =>
        ReferenceRuns.Of(outage, Catalogue, new RunOptions { Runs = 300, Threads = threads }, TestContext.Current.CancellationToken);

    private static double Median(ReferenceRuns runs, Milestone milestone, string? service = null, double? share = null) =>
        runs.Days(Seen(milestone, service, share))!.Order().ElementAt(runs.Runs / 2);
}
