namespace ResilienceMonitor.Simulation.Tests.Networks;

/// <summary>Random choices for test models; the same seed makes the same model for ever.</summary>
internal sealed class Dice(ulong seed)
{
    private int _throws;

    public double Share() => Chance.Uniform(seed, _throws++, 0, ChancePurpose.Slip);

    public bool Happens(double chance) => Share() < chance;

    /// <summary>Whole number from 0 up to but not including <paramref name="count"/>.</summary>
    public int Number(int count) => (int)(Share() * count);

    public double Between(double least, double greatest) => least + Share() * (greatest - least);

    public T Pick<T>(IReadOnlyList<T> items) => items[Number(items.Count)];

    /// <summary>Some different items, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int most)
        => items.Count == 0 ? [] : [.. Enumerable.Range(0, Number(most + 1)).Select(_ => Pick(items)).Distinct()];
}
