using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Draws for a block of runs are those of its runs one by one.</summary>
public sealed class BlockDrawTests
{
    private static readonly ChanceStream[] Streams = [.. Enumerable.Range(1, 400).Select(i => new ChanceStream((ulong)i, Chance.Entity($"e{i}"), ChancePurpose.RestoreWork))];

    [Fact]
    public void Uniform_numbers_are_the_same_to_the_last_bit()
    {
        var row = new double[Block.Runs];
        foreach (var (i, stream) in Streams.Index())
        {
            UniformRow.Fill(stream, Runs(64 * i), row);
            Assert.Equal(Enumerable.Range(64 * i, Block.Runs).Select(stream.Uniform), row);
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
            Assert.Equal(expected, UniformRow.Happens(stream, chance, Runs(128)));
            Assert.Equal(expected, UniformRow.Happens(stream, [.. Enumerable.Repeat(chance, Block.Runs)], Runs(128)));
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
            sampler.Fill(stream, Runs(64), row);
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

    private static RunBlock Runs(int first) => new(0, [.. Enumerable.Range(first, Block.Runs)]);
}
