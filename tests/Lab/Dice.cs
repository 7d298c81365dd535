namespace ResilienceMonitor.Lab;

/// <summary>Random choices of a trial; the same seed and number make the same choices for ever (SplitMix64).</summary>
public sealed class Dice(ulong seed, int number)
{
    private ulong state = seed * 0x9E3779B97F4A7C15 ^ (ulong)number * 0xD1B54A32D192ED03;

    public double Share()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return ((z ^ z >> 31) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Happens(double chance) => Share() < chance;

    /// <summary>Whole number from 0 up to but not including <paramref name="count"/>.</summary>
    public int Number(int count) => (int)(Share() * count);

    public T Pick<T>(IReadOnlyList<T> items) => items[Number(items.Count)];
}
