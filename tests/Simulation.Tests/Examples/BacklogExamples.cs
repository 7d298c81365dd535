using ResilienceMonitor.Simulation.Inputs;
using Xunit;
using static ResilienceMonitor.Simulation.Tests.Model;

namespace ResilienceMonitor.Simulation.Tests.Examples;

/// <summary>Open cases as a fluid: one case an hour comes, the own service is back at hour 100. Every example is solved by hand.</summary>
public sealed class BacklogExamples
{
    [Fact]
    public void Cases_typed_in_again_are_no_undone_cases_but_delay_the_clearing()
    {
        // Everything is delivered, half of it must be typed in again: 50 cases at 0.3 an hour.
        var service = ServiceExamples.Back(at: 100, One() with { Substitutes = [Substitute("paper", 0, 1) with { RekeyShare = 0.5 }] });

        Assert.Equal(0, service.UndoneCaseDays.Mean);
        Assert.Equal(100 + 50 / 0.3, service.Cleared.P50, 1e-4);
    }

    [Fact]
    public void Only_what_the_substitute_adds_is_typed_in_again()
    {
        // Own capacity 0.4 all along; the substitute lifts it to 1: 0.6 x 0.5 x 100 = 30 cases at 0.3 an hour.
        var region = Region(
            Team(0),
            [Resource("a", waiting: 100), Resource("b")],
            One() with { Needs = [OneOf(("a", 1), ("b", 0.4))], Substitutes = [Substitute("paper", 0, 1) with { RekeyShare = 0.5 }] });

        Assert.Equal(200, Run(region, Damage("a")).ServiceOf("s").Cleared.P50, 1e-4);
    }

    [Fact]
    public void Without_extra_capacity_a_backlog_is_never_cleared()
    {
        // 100 cases: 100^2/2 while they come, then 100 each hour to the horizon.
        var service = ServiceExamples.Back(at: 100, One() with { ExtraCapacity = 0 });

        Assert.Equal(double.PositiveInfinity, service.Cleared.P50);
        Assert.Equal((5000 + 100 * (OutageSimulation.Horizon - 100)) / 24, service.UndoneCaseDays.Mean, 1.0);
    }

    [Fact]
    public void Without_a_backlog_clearing_needs_no_extra_capacity()
        => Assert.Equal(100, ServiceExamples.Back(at: 100, One() with { ExtraCapacity = 0, Substitutes = [Substitute("paper", 0, 1)] }).Cleared.P50);

    [Fact]
    public void Old_cases_expire_before_the_own_service_is_back()
    {
        // Expiry at 60 h, 2 worked off an hour: those of hours 0-40 expire (40), the other 60 take 30 h: 130. Case-hours 40 x 60 + 60 x (115 - 70).
        var region = Region(Team(0), [Resource("a", waiting: 100)], One() with { Needs = [Need("a")], ExtraCapacity = 2, ExpiryAge = 60, LossPerCaseDay = 24, LossPerExpiredCase = 10, IncomePerCase = 5 });
        var result = Run(region, Damage("a"));
        var service = result.ServiceOf("s");

        Assert.Equal(40, service.ExpiredCases.Mean, 1e-4);
        Assert.Equal(130, service.Cleared.P50);
        Assert.Equal(5100 / 24.0, service.UndoneCaseDays.Mean, 1e-4);

        // 24 euro a case and day = 1 euro a case-hour; never more than 60 cases are open.
        Assert.Equal(5100 + 400, result.Total.Cost.LostFeesAndFines.Mean, 1e-6);
        Assert.Equal(300, result.Total.Cost.IncomeNotYetCollected.Mean, 1e-6);
    }

    [Fact]
    public void Cases_go_on_expiring_while_too_few_are_worked_off()
    {
        // 0.3 worked off an hour, the oldest is always at its age of 60: each case leaves at 60 h, the last at 160. Lost 40 + 0.7 x 60.
        var service = ServiceExamples.Back(at: 100, One() with { ExpiryAge = 60 });

        Assert.Equal(82, service.ExpiredCases.Mean, 1e-4);
        Assert.Equal(160, service.Cleared.P50);
        Assert.Equal(6000 / 24.0, service.UndoneCaseDays.Mean, 1e-4);
    }

    [Fact]
    public void Cases_begin_to_expire_when_the_queue_has_used_up_its_reserve()
    {
        // Age 150, 0.5 an hour: case s waits until 100 + 2 s; that is its age of 150 for s = 50. Those of 50-100 leave at s + 150, half of them lost.
        // Case-hours 50 x (150 - 25) + 50 x 150.
        var service = ServiceExamples.Back(at: 100, One() with { ExpiryAge = 150, ExtraCapacity = 0.5 });

        Assert.Equal(25, service.ExpiredCases.Mean, 1e-4);
        Assert.Equal(250, service.Cleared.P50);
        Assert.Equal(13750 / 24.0, service.UndoneCaseDays.Mean, 1e-4);
    }

    [Fact]
    public void A_backlog_that_only_expires_is_cleared_with_its_last_case()
    {
        // Nothing is worked off: all 100 expire, the last at 160.
        var service = ServiceExamples.Back(at: 100, One() with { ExpiryAge = 60, ExtraCapacity = 0 });

        Assert.Equal(100, service.ExpiredCases.Mean, 1e-4);
        Assert.Equal(160, service.Cleared.P50);
    }

    [Fact]
    public void Cases_to_be_typed_in_again_are_worked_off_last()
    {
        // Hours 0-50 undone, 50-100 on paper with rekeying. 50 undone at 1 an hour: 150. Then 50 typed in: 200. None of the undone gets older than 100.
        var service = ServiceExamples.Back(at: 100, One() with { ExtraCapacity = 1, ExpiryAge = 101, Substitutes = [Substitute("paper", 50, 1) with { RekeyShare = 1 }] });

        Assert.Equal(0, service.ExpiredCases.Mean, 1e-4);
        Assert.Equal(200, service.Cleared.P50);
    }

    [Fact]
    public void Expiry_stops_at_the_horizon()
    {
        // Never back: cases live 1000 h, so those of the last 1000 h are still open at the horizon.
        var region = Region(Team(0), [Resource("a", work: 1)], One() with { Needs = [Need("a")], ExpiryAge = 1000 });
        var service = Run(region, Damage("a")).ServiceOf("s");

        Assert.Equal(OutageSimulation.Horizon - 1000, service.ExpiredCases.Mean, 0.01);
        Assert.Equal(((OutageSimulation.Horizon - 1000) * 1000 + 1000 * 500) / 24, service.UndoneCaseDays.Mean, 1.0);
    }

    private static ServiceInput One() => Service("s");
}
