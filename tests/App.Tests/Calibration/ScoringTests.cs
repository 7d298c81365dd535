using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;
using Xunit;

namespace ResilienceMonitor.App.Tests.Calibration;

/// <summary>Figures solved by hand.</summary>
public sealed class ScoringTests
{
    private const int Digits = 9;

    [Fact]
    public void A_single_day_is_scored_on_the_logarithm_of_day_plus_one()
    {
        // ln(1 + day): observed 3; band 1, 2, 4.
        var score = BandScore.Of(new(E(1), E(2), E(4)), Outages.Seen(Milestone.Full, E(3), E(3)));
        Assert.Equal(1, score.Covered);
        Assert.Equal((0.1 * 2 + 0.5 * 1 + 0.1 * 1) / 3, score.Loss, Digits);
        Assert.Equal(1, score.Residual, Digits);
        Assert.Equal(3, score.LogWidth, Digits);
    }

    [Fact]
    public void An_interval_is_nine_points_spread_evenly()
    {
        var seen = Outages.Seen(Milestone.Full, E(1), E(2.8));
        Assert.Equal([1.1, 1.3, 1.5, 1.7, 1.9, 2.1, 2.3, 2.5, 2.7], BandScore.Points(seen).Select(p => Math.Round(p, Digits)));
        Assert.Equal(4.0 / 9, BandScore.Of(new(E(0), E(1), E(1.8)), seen).Covered, Digits);
    }

    [Fact]
    public void An_approximate_day_is_widened_by_a_tenth_and_at_least_a_day()
    {
        Assert.Equal((36.0, 44.0), Outages.Seen(Milestone.Full, 40, 40, ObservationMark.Approximate).Days);
        Assert.Equal((2.0, 4.0), Outages.Seen(Milestone.Full, 3, 3, ObservationMark.Approximate).Days);
        Assert.Equal((0.0, 1.5), Outages.Seen(Milestone.Full, 0.5, 0.5, ObservationMark.Approximate).Days);
        Assert.Equal((60.0, 70.0), Outages.Seen(Milestone.Full, 60, 70, ObservationMark.Approximate).Days);
    }

    [Fact]
    public void Only_what_was_seen_of_a_kind_that_can_be_compared_is_scored()
    {
        Assert.True(Outages.Seen(Milestone.Share, 1, 1, share: 0.98).IsScored);
        Assert.False(Outages.Seen(Milestone.Share, 1, 1, share: 0.99).IsScored);
        Assert.False(Outages.Seen(Milestone.Full, 1, null).IsScored);
        Assert.False(Outages.Seen(Milestone.Infrastructure, 1, 1).IsScored);
        Assert.False(Outages.Seen(Milestone.Full, 1, 1, ObservationMark.Announced).IsScored);
    }

    [Fact]
    public void Services_of_one_day_count_once_together()
    {
        var collection = new OutageCollection([Outages.Encrypted()], [Own("id-card", 5), Own("passport", 5), Own("finance", 6), Outages.Seen(Milestone.Full, 6, 6)]);
        Assert.Equal([0.5, 0.5, 1, 1], collection.Scored.Select(s => s.Weight));
    }

    [Fact]
    public void N1_are_quantiles_of_the_same_milestone_and_N2_mean_and_spread_of_the_same_cause()
    {
        var naive = new NaiveForecasts(Several([1, 2, 3, 4]), without: null);
        var n1 = naive.N1(Milestone.Full)!.Value;
        Assert.Equal(4, naive.Comparables(Milestone.Full));
        Assert.Equal([1, 2.5, 4], Logs(n1));
        var n2 = naive.N2(Milestone.Full, OutageCause.Encrypted)!.Value;
        var spread = 1.2816 * Math.Sqrt(5.0 / 3);
        Assert.Equal([Math.Round(2.5 - spread, 6), 2.5, Math.Round(2.5 + spread, 6)], Logs(n2));
    }

    [Fact]
    public void Naive_forecasts_do_not_know_the_case_they_are_judged_by()
    {
        var naive = new NaiveForecasts(Several([1, 2, 3, 4]), without: "C4");
        Assert.Equal([1, 2, 3], Logs(naive.N1(Milestone.Full)!.Value));
    }

    [Fact]
    public void Where_fewer_than_three_are_known_the_group_is_taken_then_two_groups()
    {
        var naive = new NaiveForecasts(Several([1, 2, 3]), without: null);
        Assert.Equal(0, naive.Comparables(Milestone.Most));
        Assert.Equal([1, 2, 3], Logs(naive.N1(Milestone.Most)!.Value));
        Assert.Equal([1, 2, 3], Logs(naive.N1(Milestone.OwnService)!.Value));
        Assert.Equal([1, 2, 3], Logs(naive.N1(Milestone.Forensics)!.Value));
        Assert.Null(new NaiveForecasts(new([], []), null).N1(Milestone.Full));
    }

    [Fact]
    public void A_band_holds_the_noise_of_an_observation()
    {
        var band = DayBand.Of([.. Enumerable.Repeat(E(3), 50)], noise: 0.35);
        Assert.InRange(DayScale.Of(band.P10), 3 - 0.35 * 1.6, 3 - 0.35 * 0.9);
        Assert.Equal(3, DayScale.Of(band.P50), Digits);
        Assert.Equal(E(3), DayBand.Of([E(3)], noise: 0).P90, Digits);
    }

    [Fact]
    public void Runs_that_agree_with_what_was_seen_count_more()
    {
        double[] early = [E(1), E(2), E(3), E(4)];
        var given = ConditionalForecast.Given([SeenTime.Back(Outages.Seen(Milestone.FirstClients, E(2), E(2)), early)], 4, noise: 0.35);
        Assert.Equal(1, given.Weights[1], Digits);
        Assert.Equal(Math.Exp(-1 / 0.35 / 0.35 / 2), given.Weights[0], Digits);
        Assert.InRange(given.EffectiveRuns, 1, 1.2);
        Assert.Equal(4, ConditionalForecast.Given([], 4, 0.35).EffectiveRuns, Digits);
    }

    [Fact]
    public void Runs_far_from_everything_that_was_seen_still_give_a_forecast()
    {
        var given = ConditionalForecast.Given([SeenTime.Back(Outages.Seen(Milestone.Full, 1_800, 1_800), [1, 2])], 2, noise: 0.01);
        Assert.All(given.Weights, w => Assert.True(double.IsFinite(w)));
        Assert.InRange(given.EffectiveRuns, 1, 2);
    }

    private static double E(double x) => Math.Exp(x) - 1;

    private static double[] Logs(DayBand band) => [.. new[] { band.P10, band.P50, band.P90 }.Select(d => Math.Round(DayScale.Of(d), 6))];

    private static Observation Own(string service, double day) => Outages.Seen(Milestone.OwnService, day, day, service: service);

    private static OutageCollection Several(double[] logs) => new(
        [.. logs.Select((_, i) => Outages.Encrypted() with { Id = $"C{i + 1}" })],
        [.. logs.Select((x, i) => Outages.Seen(Milestone.Full, E(x), E(x), id: $"C{i + 1}"))]);
}
