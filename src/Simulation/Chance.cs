using System.Text;

namespace ResilienceMonitor.Simulation;

/// <summary>Randomness as a pure function of (seed, run, entity, purpose): a uniform number strictly between 0 and 1.</summary>
/// <remarks>
/// The function is part of the format of a result (docs/simulation.md, "Chance"): changing it needs a new engine version. As it knows
/// no state, an entity has the same luck whatever else a model contains and whichever thread asks.
/// </remarks>
public static class Chance
{
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x100000001B3;

    /// <summary>Closes each part of a key; no UTF-8 text contains it, so ("a", "bc") and ("ab", "c") differ.</summary>
    private const byte PartEnd = 0xFF;

    /// <summary>For whoever draws samples from results: the number of one draw, strictly between 0 and 1.</summary>
    public static double Resample(ulong seed, int draw) => Uniform(seed, draw, Entity(), ChancePurpose.Resample);

    /// <summary>Stable 64-bit name of an entity: FNV-1a over the UTF-8 bytes of its keys, then mixed.</summary>
    internal static ulong Entity(params ReadOnlySpan<string> keys)
    {
        var hash = FnvOffset;
        foreach (var key in keys)
        {
            foreach (var octet in Encoding.UTF8.GetBytes(key)) hash = (hash ^ octet) * FnvPrime;
            hash = (hash ^ PartEnd) * FnvPrime;
        }

        return Mix(hash);
    }

    /// <summary>Name of a draw, the same under every seed.</summary>
    internal static ulong DrawOf(ulong entity, ChancePurpose purpose) => Mix(entity + (ulong)purpose * ChanceStream.Golden);

    /// <summary>The uniform number of one draw, independent of all others.</summary>
    internal static double Uniform(ulong seed, int run, ulong entity, ChancePurpose purpose) => new ChanceStream(seed, entity, purpose).Uniform(run);

    /// <summary>The output function of splitmix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).</summary>
    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
