using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation;

/// <summary>All draws of one entity for one purpose under one seed; the run picks the draw.</summary>
internal readonly struct ChanceStream(ulong seed, ulong entity, ChancePurpose purpose)
{
    public const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Where the stream begins.</summary>
    public ulong Key { get; } = Chance.Mix((Chance.Mix(seed + Golden) ^ entity) + (ulong)purpose * 0xD1B54A32D192ED03);

    /// <summary>Number of one run: output of splitmix64 at that position, its upper 52 bits centred so that neither 0 nor 1 occurs.</summary>
    public double Uniform(int run) => ((Chance.Mix(Key + ((ulong)run + 1) * Golden) >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Draw from a distribution in one run.</summary>
    public double Draw(Distribution distribution, int run) => distribution.Quantile(Uniform(run));

    /// <summary>True with the given chance in one run; 0 never, 1 always.</summary>
    public bool Happens(double chance, int run) => Uniform(run) < chance;
}
