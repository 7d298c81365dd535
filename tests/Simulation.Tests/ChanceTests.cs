using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

public sealed class ChanceTests
{
    // Computed by a second implementation in another language from docs/simulation.md, "Chance". They must never change within an engine version.
    [Fact]
    public void The_random_function_is_what_the_format_says()
    {
        var directory = Chance.Entity("ags:05958004", "directory");

        Assert.Equal(0x0A73A99FEC2F2855UL, directory);
        Assert.Equal(0.768851330035578, Chance.Uniform(1, 0, directory, ChancePurpose.RestoreWork));
        Assert.Equal(0.09933207740663053, Chance.Uniform(1, 999, directory, ChancePurpose.RestoreWork));
        Assert.Equal(0.25085075072065244, Chance.Uniform(20260101, 3, Chance.Entity("stadt", "bürgeramt", "papier"), ChancePurpose.SubstituteStart));
        Assert.Equal(0.2633593354960838, Chance.Uniform(0, 0, Chance.Entity(), ChancePurpose.Slip));
    }

    // By the same second implementation: a draw that is spread by itself, and with dimensions 0 and 3 of Sobol's sequence.
    [Theory]
    [InlineData(-1, 0.768851330035578, 0.12236972702354365, 0.6362527838028701, 0.5300220212594026)]
    [InlineData(0, 0.768851330035578, 0.5659967138620879, 0.25844566958460813, 0.6560833442726691)]
    [InlineData(3, 0.768851330035578, 0.5659967138620879, 0.00626300731879581, 0.7488996875281478)]
    public void Points_are_what_the_format_says(int dimension, double run0, double run9, double run999, double run123456)
    {
        var name = Chance.DrawOf(Chance.Entity("ags:05958004", "directory"), ChancePurpose.RestoreWork);
        PointPlan plan = new(dimension < 0 ? [] : [.. Enumerable.Range(1, dimension).Select(other => (ulong)other), name]);
        var stream = new ChanceSource(1, 200_000, plan).Stream(ChancePurpose.RestoreWork, "ags:05958004", "directory");

        Assert.Equal([run0, run9, run999, run123456], new[] { 0, 9, 999, 123_456 }.Select(stream.Uniform));
    }

    [Fact]
    public void Keys_do_not_run_into_each_other()
        => Assert.Equal(4, new HashSet<ulong> { Chance.Entity("ab", "c"), Chance.Entity("a", "bc"), Chance.Entity("abc"), Chance.Entity("abc", "") }.Count);

    [Fact]
    public void Numbers_are_even_and_independent_of_run_entity_and_purpose()
    {
        // 40,000 numbers: mean 0.5 +- 0.006 and the correlation of neighbours below 0.02 are four standard errors.
        foreach (var neighbour in new Func<int, double>[]
        {
            i => Chance.Uniform(7, i + 1, 1, ChancePurpose.Waiting),
            i => Chance.Uniform(7, i, 2, ChancePurpose.Waiting),
            i => Chance.Uniform(7, i, 1, ChancePurpose.Backup),
            i => Chance.Uniform(8, i, 1, ChancePurpose.Waiting),
        })
        {
            var (sum, product) = (0.0, 0.0);
            for (var i = 0; i < 40_000; i++)
            {
                var (u, v) = (Chance.Uniform(7, i, 1, ChancePurpose.Waiting), neighbour(i));
                Assert.True(u is > 0 and < 1);
                sum += u;
                product += (u - 0.5) * (v - 0.5) * 12;
            }

            Assert.InRange(sum / 40_000, 0.494, 0.506);
            Assert.InRange(product / 40_000, -0.02, 0.02);
        }
    }

    [Fact]
    public void A_chance_of_one_always_happens_and_of_zero_never()
    {
        for (var run = 0; run < 10_000; run++)
        {
            var stream = new ChanceStream(1, 2, ChancePurpose.GroupHit);
            Assert.True(stream.Happens(1, run));
            Assert.False(stream.Happens(0, run));
        }
    }

    [Fact]
    public void Draws_from_results_are_uniform_and_depend_on_the_seed()
    {
        double[] draws = [.. Enumerable.Range(0, 4_000).Select(draw => Chance.Resample(1, draw))];
        Assert.All(draws, u => Assert.InRange(u, double.Epsilon, 1 - 1e-16));
        Assert.InRange(draws.Average(), 0.48, 0.52);
        Assert.NotEqual(draws[0], Chance.Resample(2, 0));
        Assert.Equal(draws[7], Chance.Resample(1, 7));
    }
}
