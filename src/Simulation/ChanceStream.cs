using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation;

/// <summary>All draws of one entity for one purpose under one seed; the run picks the draw.</summary>
internal readonly struct ChanceStream
{
    public const ulong Golden = 0x9E3779B97F4A7C15;

    public ChanceStream(ulong seed, ulong entity, ChancePurpose purpose) => Key = Chance.Mix((Chance.Mix(seed + Golden) ^ entity) + (ulong)purpose * 0xD1B54A32D192ED03);

    private ChanceStream(ulong key, bool isSpread, SobolDraw? sobol) => (Key, IsSpread, Sobol) = (key, isSpread, sobol);

    /// <summary>Where the stream begins.</summary>
    public ulong Key { get; }

    /// <summary>True if runs are spread over the range by <see cref="SpreadDraw"/>; false: they are independent, or spread by <see cref="Sobol"/>.</summary>
    public bool IsSpread { get; }

    /// <summary>The dimension it has in Sobol's sequence; null: none.</summary>
    public SobolDraw? Sobol { get; }

    /// <summary>The same with runs spread over the range.</summary>
    public ChanceStream Spread() => new(Key, true, null);

    /// <summary>The same with a dimension of Sobol's sequence.</summary>
    public ChanceStream Of(SobolDraw sobol) => new(Key, false, sobol);

    /// <summary>Output of splitmix64 at a position of a stream.</summary>
    public static ulong Step(ulong key, int position) => Chance.Mix(key + ((ulong)position + 1) * Golden);

    /// <summary>Number of one run: 52 bits, centred so that neither 0 nor 1 occurs.</summary>
    public double Uniform(int run) => (Bits(run) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Draw from a distribution in one run.</summary>
    public double Draw(Distribution distribution, int run) => distribution.Quantile(Uniform(run));

    /// <summary>True with the given chance in one run; 0 never, 1 always.</summary>
    public bool Happens(double chance, int run) => Uniform(run) < chance;

    private ulong Bits(int run) => Sobol is not null ? Sobol.Bits(run) : IsSpread ? SpreadDraw.Bits(Key, run) : Step(Key, run) >> 12;
}
