using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Points;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

public sealed class QuantileTests
{
    [Theory] // ceil(n p) - 1; 70 x 0.1 is 7.000000000000001 in floating point and must still be rank 7.
    [InlineData(10, 10, 0)]
    [InlineData(11, 10, 1)]
    [InlineData(70, 10, 6)]
    [InlineData(10, 50, 4)]
    [InlineData(1, 90, 0)]
    [InlineData(1_000_000, 90, 899_999)]
    public void The_nearest_rank_counts(int count, int percent, int index) => Assert.Equal(index, Quantiles.Index(count, percent));

    [Fact]
    public void Intervals_of_quantiles_follow_the_differences_between_scrambles()
    {
        // Scramble s has 100 values of which 47 + s are 1, the others 2 and more: 404 of 800 at 1 or below, deviations -3.5..3.5, squares 42, error of the share
        // sqrt(42 x 8/7)/800 = 0.00866, stretched and doubled 0.02048: 16.4 places. Median: place 400 -+ 16.4, from 1 to the twelfth value above it.
        float[] values = [.. Enumerable.Range(0, 800).Select(run => run / 8 < 47 + run % 8 ? 1f : 2 + run / 8 * 8 + run % 8)];
        var band = new Quantiles().Band(values, hasIntervals: true);
        var sorted = values.Order().ToArray();

        Assert.Equal((1, 1, sorted[719]), (band.P10, band.P50, band.P90));
        Assert.Equal((1, 1), (band.P10Low, band.P10High));
        Assert.Equal((1, sorted[416]), (band.P50Low, band.P50High));
        Assert.InRange(band.P90Low, sorted[715], band.P90);
        Assert.InRange(band.P90High, band.P90, sorted[723]);
        Assert.True(double.IsNaN(new Quantiles().Band(values, hasIntervals: false).P50Low));
    }

    [Fact]
    public void Few_runs_have_the_intervals_of_independent_ones()
    {
        // 1..10: 5 -+ 1.96 x 1.58 = 1.9..8.1, ranks 1 and 9.
        var band = new Quantiles().Band([.. Enumerable.Range(1, 10).Select(i => (float)(11 - i))], hasIntervals: true);

        Assert.Equal((5, 1, 9), (band.P50, band.P50Low, band.P50High));
    }

    [Fact]
    public void The_error_of_a_mean_comes_from_the_differences_between_scrambles()
    {
        // Means of scrambles 0..7: sample deviation sqrt(42/7), error sqrt(6/8); 2.3646 of them are stated as two.
        double[] values = [.. Enumerable.Range(0, 64).Select(run => run % 8 + (run / 8 % 2 == 0 ? 300.0 : 100))];
        var expected = Math.Sqrt(6.0 / 8) * 2.3646 / 2;

        Assert.Equal(expected, new Quantiles().Estimate(values).StandardError, 1e-12);
        Assert.Equal(expected, new Quantiles().Estimate([.. values.Select(v => (float)v)]).StandardError, 1e-6);
        Assert.Equal(expected, Scrambles.ErrorOf([0, 1, 2, 3, 4, 5, 6, 7]), 1e-12);
    }

    [Fact]
    public void An_estimate_has_mean_and_standard_error()
    {
        // 1, 2, 3, 6: mean 3, squares 4 + 1 + 0 + 9 = 14, sd^2 = 14/3, error = sqrt(14/3/4). Ranks: P10 first, P90 fourth.
        var estimate = new Quantiles().Estimate([6.0, 1, 3, 2]);

        Assert.Equal(3, estimate.Mean);
        Assert.Equal(Math.Sqrt(14 / 12.0), estimate.StandardError, 1e-12);
        Assert.Equal((1, 6), (estimate.P10, estimate.P90));
        Assert.Equal(0, new Quantiles().Estimate([5.0]).StandardError);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(10, 1)]
    [InlineData(10, 5)]
    [InlineData(10, 9)]
    [InlineData(10, 10)]
    [InlineData(27, 11)]
    [InlineData(5_003, 4_700)]
    public void The_estimate_of_a_chance_is_that_of_ones_and_zeros(int runs, int count)
    {
        var values = Enumerable.Range(0, runs).Select(i => i * 7 % runs < count ? 1.0 : 0).ToArray();
        var (expected, actual) = (new Quantiles().Estimate(values), Quantiles.Chance([.. values.Select(v => v > 0)]));

        Assert.Equal(expected.Mean, actual.Mean);
        Assert.Equal(expected.StandardError, actual.StandardError, 1e-12);
        Assert.Equal((expected.P10, expected.P90), (actual.P10, actual.P90));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(20_000)]
    public void Places_are_those_of_the_sorted_list(int count)
    {
        var random = new Random(count);
        var ordered = new OrderStatistics();
        for (var kind = 0; kind < 6; kind++)
        {
            double[] values = [.. Enumerable.Range(0, count).Select(_ => Value(kind))];
            int[] places = [.. Enumerable.Range(0, 7).Select(_ => random.Next(count)).Order()];
            var (exact, single) = (new double[7], new double[7]);
            ordered.Find(values, places, exact);
            ordered.Find([.. values.Select(v => (float)v)], places, single);
            Array.Sort(values);

            Assert.Equal(places.Select(place => values[place]), exact);
            Assert.Equal(places.Select(place => (double)(float)values[place]), single);
        }

        double Value(int kind) => kind switch
        {
            0 => 7,
            1 => random.Next(3),
            2 => Math.Exp(9 * random.NextDouble()),
            3 => random.Next(4) == 0 ? double.PositiveInfinity : random.NextDouble() * 1e-6,
            4 => random.NextDouble() - 0.5,
            _ => random.Next(20) == 0 ? Math.Exp(9 * random.NextDouble()) : 0,
        };
    }
}
