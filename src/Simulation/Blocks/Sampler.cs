using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Draws from one distribution for a block of runs.</summary>
internal abstract class Sampler
{
    /// <summary>The value of every run if it is the same; otherwise null.</summary>
    public virtual double? Constant => null;

    /// <summary>What suits a distribution; equal ones share what is made for them.</summary>
    public static Sampler Of(Distribution distribution, Dictionary<Distribution, Sampler> known)
    {
        if (known.TryGetValue(distribution, out var made)) return made;
        made = distribution switch
        {
            FixedValue value => new FixedSampler(value.Quantile(0.5)),
            TriangularValue { Min: var min, Max: var max } when min == max => new FixedSampler(min),
            TriangularValue triangle => new TriangularSampler(triangle),
            LogNormalValue { LogSd: 0 } lognormal => new FixedSampler(lognormal.Median),
            LogNormalValue lognormal => new LogNormalSampler(lognormal),
            PertValue pert => new TableSampler(pert),
            _ => new QuantileSampler(distribution),
        };
        known.Add(distribution, made);
        return made;
    }

    /// <summary>Fills a row with the draws of a stream.</summary>
    public abstract void Fill(ChanceStream stream, RunBlock runs, Span<double> row);
}

internal sealed class FixedSampler(double value) : Sampler
{
    public override double? Constant => value;

    public override void Fill(ChanceStream stream, RunBlock runs, Span<double> row) => row[..Block.Runs].Fill(value);
}

/// <summary>The formula of <see cref="TriangularValue.Quantile"/>, eight at a time.</summary>
internal sealed class TriangularSampler(TriangularValue triangle) : Sampler
{
    public override void Fill(ChanceStream stream, RunBlock runs, Span<double> row)
    {
        var (min, max) = (Vector512.Create(triangle.Min), Vector512.Create(triangle.Max));
        var (width, rising, falling) = (max - min, Vector512.Create(triangle.Likely - triangle.Min), Vector512.Create(triangle.Max - triangle.Likely));
        UniformRow.Fill(stream, runs, row);
        ref var first = ref MemoryMarshal.GetReference(row);
        for (var i = 0; i < Block.Runs; i += Block.Width)
        {
            var u = Vector512.LoadUnsafe(ref first, (nuint)i);
            var reached = u * width;
            var isRising = Vector512.LessThan(reached, rising);
            var root = Vector512.Sqrt(Vector512.ConditionalSelect(isRising, reached * rising, (Vector512<double>.One - u) * width * falling));
            Vector512.ConditionalSelect(isRising, min + root, max - root).StoreUnsafe(ref first, (nuint)i);
        }
    }
}

/// <summary>Exponential of the normal quantile; most runs lie in its middle, where that is one fraction of two polynomials.</summary>
internal sealed class LogNormalSampler(LogNormalValue distribution) : Sampler
{
    public override void Fill(ChanceStream stream, RunBlock runs, Span<double> row)
    {
        var (logMedian, logSd) = (Vector512.Create(Math.Log(distribution.Median)), Vector512.Create(distribution.LogSd));
        UniformRow.Fill(stream, runs, row);
        ref var first = ref MemoryMarshal.GetReference(row);
        for (var i = 0; i < Block.Runs; i += Block.Width)
            Vector512.Exp(logMedian + logSd * NormalQuantileVector.At(Vector512.LoadUnsafe(ref first, (nuint)i))).StoreUnsafe(ref first, (nuint)i);
    }
}

/// <summary>Any distribution whose quantile costs much, by <see cref="QuantileTable"/>.</summary>
internal sealed class TableSampler(Distribution distribution) : Sampler
{
    private readonly QuantileTable table = QuantileTable.Of(distribution);

    public override void Fill(ChanceStream stream, RunBlock runs, Span<double> row)
    {
        UniformRow.Fill(stream, runs, row);
        ref var first = ref MemoryMarshal.GetReference(row);
        for (var i = 0; i < Block.Runs; i += Block.Width) table.At(Vector512.LoadUnsafe(ref first, (nuint)i)).StoreUnsafe(ref first, (nuint)i);
    }
}

/// <summary>Any distribution, one run after the other.</summary>
internal sealed class QuantileSampler(Distribution distribution) : Sampler
{
    public override void Fill(ChanceStream stream, RunBlock runs, Span<double> row)
    {
        UniformRow.Fill(stream, runs, row);
        for (var i = 0; i < Block.Runs; i++) row[i] = distribution.Quantile(row[i]);
    }
}
