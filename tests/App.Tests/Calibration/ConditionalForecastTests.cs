using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;
using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.App.Tests.Calibration;

public sealed class ConditionalForecastTests
{
    private const double Noise = 0.35;
    private const int Runs = 20_000;
    private const double Mean = 3;
    private const double Deviation = 0.5;

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746)]
    [InlineData(-1.96, 0.024997895)]
    [InlineData(-5, 2.866515719e-7)]
    [InlineData(-10, 7.619853024e-24)]
    public void The_normal_share_is_exact_far_out_too(double z, double share) => Assert.InRange(NormalShare.Below(z) / share, 1 - 1e-6, 1 + 1e-6);

    /// <summary>A normal prior and a normal observation: mean and spread of what remains are known.</summary>
    [Fact]
    public void What_came_back_moves_the_forecast_as_far_as_the_formula_says()
    {
        var x = Normal(1, Mean, Deviation);
        var given = ConditionalForecast.Given([SeenTime.Back(DayScale.Day(3.6), Days(x))], Runs, Noise);
        var share = Deviation * Deviation / (Deviation * Deviation + Noise * Noise);
        var (mean, spread) = (Mean + share * (3.6 - Mean), Deviation * Math.Sqrt(1 - share));
        var (p10, p50, p90) = Quantiles(x, given.Weights);
        Assert.Equal(mean, p50, 0.02);
        Assert.Equal(mean - 1.2816 * spread, p10, 0.02);
        Assert.Equal(mean + 1.2816 * spread, p90, 0.02);
    }

    [Fact]
    public void What_is_still_out_is_evidence_against_runs_in_which_it_is_back()
    {
        double[] days = [DayScale.Day(2), DayScale.Day(3), DayScale.Day(4), double.PositiveInfinity];
        var given = ConditionalForecast.Given([SeenTime.StillOut(DayScale.Day(3), days)], 4, Noise);
        Assert.Equal(1, given.Weights[3], 1e-6);
        Assert.Equal(0.5, given.Weights[1], 1e-6);
        Assert.Equal(NormalShare.Below(-1 / Noise), given.Weights[0], 1e-6);
        Assert.True(given.Weights[2] > 0.99);
    }

    [Fact]
    public void What_is_seen_on_one_day_counts_once_together()
    {
        double[] days = [1, 5, 9, 14];
        var once = ConditionalForecast.Given([SeenTime.Back(5.5, days)], 4, Noise);
        var often = ConditionalForecast.Given([SeenTime.Back(5.5, days), SeenTime.Back(5.5, days), SeenTime.Back(5.5, days)], 4, Noise);
        Assert.Equal(once.Weights, often.Weights, (a, b) => Math.Abs(a - b) < 1e-12);
        var twoDays = ConditionalForecast.Given([SeenTime.Back(5.5, days), SeenTime.Back(6.5, days)], 4, Noise);
        Assert.True(twoDays.EffectiveRuns < once.EffectiveRuns);
    }

    [Fact]
    public void Without_one_thing_is_as_if_it_had_not_been_seen()
    {
        double[] days = [1, 5, 9, 14], other = [3, 2, 8, 30];
        var own = SeenTime.StillOut(20, other);
        var both = ConditionalForecast.Given([SeenTime.Back(6, days), own], 4, Noise);
        Assert.Equal(ConditionalForecast.Given([SeenTime.Back(6, days)], 4, Noise).Weights, both.Without(own).Weights, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    /// <summary>Facts of one course that agree with one another: each of a further day leaves fewer runs. (Facts that contradict one another may even them out; that is no rule.)</summary>
    [Fact]
    public void More_of_one_course_never_raises_the_effective_number()
    {
        double[][] times = [.. Enumerable.Range(1, 6).Select(i => Days(Normal(i, 1 + 0.5 * i, 0.4)))];
        var last = (double)Runs;
        for (var count = 1; count <= times.Length; count++)
        {
            var effective = ConditionalForecast.Given([.. Enumerable.Range(0, count).Select(i => SeenTime.Back(DayScale.Day(1.5 + 0.5 * i), times[i]))], Runs, Noise).EffectiveRuns;
            Assert.True(effective < last, $"{count}: {effective} after {last}");
            last = effective;
        }
    }

    [Fact]
    public void Equal_weights_give_the_nearest_rank()
    {
        Assert.Equal((1, 5, 9), WeightedQuantiles.Three([.. Enumerable.Range(1, 10).Reverse().Select(i => ((double)i, 0.3))]));
        Assert.Equal((7, 7, 7), WeightedQuantiles.Three([(7, 1), (1, 0), (9, 0)]));
    }

    // Evenly spread, and independent of one another for different entities: multiples of roots that have no common measure.
    private static double[] Normal(int entity, double mean, double deviation)
    {
        var step = Math.Sqrt(new[] { 2, 3, 5, 7, 11, 13 }[entity - 1]) % 1;
        var shape = Distribution.LogNormal(Math.Exp(mean), deviation);
        return [.. Enumerable.Range(1, Runs).Select(run => Math.Log(shape.Quantile(run * step % 1)))];
    }

    private static double[] Days(double[] x) => Array.ConvertAll(x, DayScale.Day);

    private static (double P10, double P50, double P90) Quantiles(double[] x, IReadOnlyList<double> weights) => WeightedQuantiles.Three([.. x.Zip(weights)]);
}
