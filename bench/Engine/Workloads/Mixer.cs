namespace ResilienceMonitor.EngineBench.Workloads;

/// <summary>The hash everything random of the workloads is made of (finaliser of splitmix64; Steele, Lea, Flood, OOPSLA 2014).</summary>
internal static class Mixer
{
    public const ulong Golden = 0x9E3779B97F4A7C15;

    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>The numbers a workload is generated from, one after the other.</summary>
internal sealed class GeneratorStream(ulong seed)
{
    private ulong state = seed;

    /// <summary>0 to below n.</summary>
    public int Int(int n) => (int)(Next() % (ulong)n);

    /// <summary>0 to below 1.</summary>
    public double U() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(int percent) => Int(100) < percent;

    private ulong Next() => Mixer.Mix(state += Mixer.Golden);
}
