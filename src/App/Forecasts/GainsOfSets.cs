using System.Collections.Concurrent;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Forecasts;

/// <summary>Gains of sets of measures in the same runs, each set simulated once.</summary>
/// <param name="play">Service days lost in each run with a set in place; refused: it cannot be simulated.</param>
/// <param name="baseline">The same without any measure.</param>
/// <param name="threads">Sets simulated at a time; no gain depends on it.</param>
/// <param name="ct">Cancels.</param>
internal sealed class GainsOfSets(Func<IReadOnlyList<RankedMeasure>, Result<double[]>> play, IReadOnlyList<double> baseline, int threads, CancellationToken ct)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<double>> lost = new(StringComparer.Ordinal) { [""] = baseline };

    /// <summary>Sets simulated so far.</summary>
    public int Simulated => lost.Count - 1;

    public GainOfRuns Of(IReadOnlyList<RankedMeasure> set) => PairedRuns.Difference(baseline, LostWith(set));

    /// <summary>What a measure adds to a set.</summary>
    public GainOfRuns OnTop(IReadOnlyList<RankedMeasure> set, RankedMeasure measure) => PairedRuns.Difference(LostWith(set), LostWith([.. set, measure]));

    /// <summary>Simulates sets side by side that will be asked for.</summary>
    public void Prepare(IEnumerable<IReadOnlyList<RankedMeasure>> sets) => Parallel.ForEach(
        sets.DistinctBy(Key).ToList(),
        new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = ct },
        set => LostWith(set));

    // Measures that cannot be put in place together gain nothing.
    private IReadOnlyList<double> LostWith(IReadOnlyList<RankedMeasure> set) => lost.GetOrAdd(
        Key(set),
        _ => play([.. set.OrderBy(m => m.Key, StringComparer.Ordinal)]) is { Refusal: null } played ? played.Value : baseline);

    private static string Key(IReadOnlyList<RankedMeasure> set) => string.Join('|', set.Select(m => m.Key).Order(StringComparer.Ordinal));
}
