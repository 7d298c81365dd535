using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

public sealed class DistributionTests
{
    [Theory] // Reference values to 20 digits from an arbitrary-precision library; all three branches of the routine.
    [InlineData(1e-15, -7.9413453261709967836)]
    [InlineData(1e-5, -4.2648907939228246285)]
    [InlineData(0.0241, -1.975600870335250494)]
    [InlineData(0.1, -1.281551565544600467)]
    [InlineData(0.3, -0.52440051270804078404)]
    [InlineData(0.5, 0)]
    [InlineData(0.925, 1.4395314709384559153)]
    [InlineData(0.975, 1.9599639845400542355)]
    [InlineData(0.9999999, 5.1993375821928169316)]
    public void The_normal_quantile_is_accurate(double u, double expected)
        => Assert.Equal(expected, NormalQuantile.At(u), u > 0.999 ? 1e-8 : 1e-13); // near 1 the last bit of u already moves it

    [Fact]
    public void A_lognormal_has_its_median_and_its_spread()
    {
        var distribution = Distribution.LogNormal(10, 0.5);

        Assert.Equal(10, distribution.Quantile(0.5));
        Assert.Equal(10 * Math.Exp(0.5 * 1.2815515655446004), distribution.Quantile(0.9), 1e-10);
    }

    [Theory] // Where the distribution function is a polynomial: likely = least, a quarter, the middle, greatest.
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_pert_value_has_the_share_below_it_that_its_formula_says(double likely)
    {
        var pert = Distribution.Pert(10, 10 + 20 * likely, 30);
        foreach (var u in new[] { 1e-12, 1e-6, 0.001, 0.1, 0.37, 0.5, 0.9, 0.9999, 1 - 1e-9 })
        {
            var x = (pert.Quantile(u) - 10) / 20;
            var share = likely switch
            {
                0 => 1 - Math.Pow(1 - x, 5),
                0.25 => Math.Pow(x, 2) * (10 - 20 * x + 15 * x * x - 4 * x * x * x),
                0.5 => Math.Pow(x, 3) * (10 - 15 * x + 6 * x * x),
                _ => Math.Pow(x, 5),
            };
            Assert.Equal(u, share, 1e-12);
        }
    }

    [Fact]
    public void A_pert_value_without_width_is_its_value() => Assert.Equal(7, Distribution.Pert(7, 7, 7).Quantile(0.3));

    [Fact]
    public void A_pert_value_has_the_mean_of_its_rule()
        => Assert.Equal((24 + 4 * 96 + 336) / 6.0, Enumerable.Range(0, 10_000).Average(i => Distribution.Pert(24, 96, 336).Quantile((i + 0.5) / 10_000)), 1e-3);

    [Fact]
    public void A_triangle_has_the_share_of_its_left_side_below_the_likely_value()
    {
        // 0..2..8: a quarter of the area lies below 2; half of that area below 2 x sqrt(1/2).
        var triangle = Distribution.Triangular(0, 2, 8);

        Assert.Equal(2, triangle.Quantile(0.25), 1e-12);
        Assert.Equal(Math.Sqrt(2), triangle.Quantile(0.125), 1e-12);
        Assert.Equal(8 - Math.Sqrt(0.5 * 8 * 6), triangle.Quantile(0.5), 1e-12);
        Assert.Equal(3, Distribution.Triangular(3, 3, 3).Quantile(0.7));
        Assert.Equal(4 * Math.Sqrt(0.81), Distribution.Triangular(0, 4, 4).Quantile(0.81), 1e-12);
    }

    [Fact]
    public void A_mixture_uses_one_number_for_choice_and_value()
    {
        // Weights 1 and 3: below 0.25 the first, at a quarter of its share; above it the second, at a third of its share.
        var mixture = Distribution.Mixture(new(1, Distribution.Triangular(0, 0, 0)), new(3, Distribution.LogNormal(10, 1)));

        Assert.Equal(0, mixture.Quantile(0.2));
        Assert.Equal(Distribution.LogNormal(10, 1).Quantile(1 / 3.0), mixture.Quantile(0.5), 1e-9);
        Assert.True(double.IsFinite(mixture.Quantile(0.25)));
    }

    [Fact]
    public void Mixtures_of_equal_parts_are_equal()
        => Assert.Equal(Distribution.Mixture(new MixturePart(1, Distribution.Fixed(2))), Distribution.Mixture(new MixturePart(1, Distribution.Fixed(2))));

    [Theory]
    [InlineData(2, 1, 3)]
    [InlineData(1, 4, 3)]
    [InlineData(double.NaN, 1, 2)]
    [InlineData(0, 1, double.PositiveInfinity)]
    public void A_triangle_with_wrong_corners_is_refused(double min, double likely, double max)
        => Assert.ThrowsAny<ArgumentException>(() => Distribution.Triangular(min, likely, max));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    [InlineData(double.NaN, 1)]
    public void A_lognormal_with_wrong_arguments_is_refused(double median, double logSd)
        => Assert.ThrowsAny<ArgumentException>(() => Distribution.LogNormal(median, logSd));

    [Fact]
    public void Mixtures_without_parts_or_weight_and_fixed_values_without_end_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Distribution.Mixture());
        Assert.ThrowsAny<ArgumentException>(() => Distribution.Mixture(new MixturePart(0, Distribution.Zero)));
        Assert.ThrowsAny<ArgumentException>(() => Distribution.Fixed(double.PositiveInfinity));
    }
}
