using ResilienceMonitor.Simulation.Engine;
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
    public void Bands_and_their_intervals_are_order_statistics()
    {
        // 1..100: median 50; 50 -+ 1.96 x 5 = 40.2..59.8, ranks 40 and 60. P90: 90 -+ 1.96 x 3 = 84.12..95.88, ranks 84 and 96.
        var band = new Quantiles().Band([.. Enumerable.Range(1, 100).Select(i => (float)(101 - i))]);

        Assert.Equal((10, 50, 90), (band.P10, band.P50, band.P90));
        Assert.Equal((40, 60, 84, 96), (band.P50Low, band.P50High, band.P90Low, band.P90High));
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
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(10)]
    public void The_estimate_of_a_chance_is_that_of_ones_and_zeros(int count)
    {
        var values = Enumerable.Range(0, 10).Select(i => i < count ? 1.0 : 0).ToArray();
        var (expected, actual) = (new Quantiles().Estimate(values), Quantiles.Chance(count, 10));

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
