using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Draws for a block of runs are those of its runs one by one.</summary>
public sealed class BlockDrawTests
{
    private const int Runs = 64 * 600;

    // A third each: independent, spread, with a dimension of Sobol's sequence.
    private static readonly ChanceStream[] Streams = [.. Enumerable.Range(1, 400).Select(Stream)];

    [Fact]
    public void Uniform_numbers_are_the_same_to_the_last_bit()
    {
        var row = new double[Block.Runs];
        foreach (var (i, stream) in Streams.Index())
        {
            foreach (var runs in new[] { Following(64 * i), Following(64 * i + 5), WithGaps(i) })
            {
                UniformRow.Fill(stream, runs, row);
                Assert.Equal(Enumerable.Range(0, Block.Runs).Select(lane => stream.Uniform(runs[lane])), row);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void What_happens_happens_in_the_same_runs(double chance)
    {
        foreach (var stream in Streams)
        {
            var expected = Enumerable.Range(128, Block.Runs).Aggregate(0UL, (mask, run) => stream.Happens(chance, run) ? mask | (1UL << (run - 128)) : mask);
            Assert.Equal(expected, UniformRow.Happens(stream, chance, Following(128)));
            Assert.Equal(expected, UniformRow.Happens(stream, [.. Enumerable.Repeat(chance, Block.Runs)], Following(128)));
        }
    }

    public static TheoryData<Distribution, double> Distributions => new()
    {
        { Distribution.Fixed(7), 0 },
        { Distribution.Triangular(5, 5, 5), 0 },
        { Distribution.Triangular(0.5, 2, 12), 1e-12 },
        { Distribution.Triangular(1, 1, 3), 1e-12 },
        { Distribution.Triangular(1, 3, 3), 1e-12 },
        { Distribution.LogNormal(40, 0.6), 1e-12 },
        { Distribution.LogNormal(12, 3), 1e-11 },
        { Distribution.LogNormal(12, 0), 0 },
        { Distribution.Pert(24, 96, 336), 5e-5 },
        { Distribution.Pert(0, 0, 10), 5e-5 },
        { Distribution.Mixture(new(1, Distribution.Fixed(3)), new(2, Distribution.LogNormal(8, 0.5))), 0 },
    };

    [Theory]
    [MemberData(nameof(Distributions), DisableDiscoveryEnumeration = true)]
    public void Draws_are_the_same(Distribution distribution, double relativeError)
    {
        var (row, sampler) = (new double[Block.Runs], Sampler.Of(distribution, []));
        foreach (var stream in Streams)
        {
            sampler.Fill(stream, Following(64), row);
            for (var i = 0; i < Block.Runs; i++)
            {
                var expected = stream.Draw(distribution, 64 + i);
                Assert.Equal(expected, row[i], relativeError * expected);
            }
        }
    }

    [Fact]
    public void The_vector_form_of_the_normal_quantile_is_exact_in_both_tails()
    {
        foreach (var u in new[] { 1e-16, 1e-12, 1e-7, 0.01, 0.074, 0.076, 0.3, 0.5, 0.93, 0.999, 1 - 1e-9 })
            Assert.Equal(NormalQuantile.At(u), NormalQuantileVector.At(System.Runtime.Intrinsics.Vector512.Create(u))[3], 1e-12);
    }

    private static ChanceStream Stream(int i)
    {
        var name = Chance.DrawOf(Chance.Entity($"e{i}"), ChancePurpose.RestoreWork);
        var plan = i % 3 == 0 ? PointPlan.Independent : new PointPlan(i % 3 == 1 ? [] : [.. Enumerable.Range(1, i % SobolNumbers.Dimensions).Select(other => (ulong)other), name]);
        return new ChanceSource((ulong)i, Runs, plan).Stream(ChancePurpose.RestoreWork, $"e{i}");
    }

    private static RunBlock Following(int first) => new(0, [.. Enumerable.Range(first, Block.Runs)]);

    private static RunBlock WithGaps(int seed)
    {
        var random = new Random(seed);
        return new(0, [.. Enumerable.Range(0, Runs).Where(_ => random.Next(200) == 0).Take(1 + seed % Block.Runs)]);
    }
}
