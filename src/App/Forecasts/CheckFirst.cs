using System.Text.Json.Serialization;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Forecasts;

/// <summary>
/// Which inputs change the answer most: each probe sets one input to a low and to a high plausible value, in the same runs.
/// What moves the lost service days most is worth checking first.
/// </summary>
public sealed class CheckFirst(PrepareOutage prepare, StoredResults results, ReferenceData reference, Actor actor)
{
    private const int Listed = 10;

    public async Task<Result<CheckList?>> Find(Selection selection, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        return await results.Find<CheckList>(prepared.Value, StoredResults.InputsOf(prepared.Value, selection, Probes()), ct);
    }

    public async Task<Result<CheckList>> Run(Selection selection, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var probes = Probes();
        var inputs = StoredResults.InputsOf(prepared.Value, selection, probes);
        if (await results.Find<CheckList>(prepared.Value, inputs, ct) is { } kept) return kept;
        var list = await Task.Run(() => Try(prepared.Value, selection, probes, progress, ct), ct);
        if (list.Refusal is null) await results.Keep(prepared.Value, selection, inputs, list.Value, ct);
        return list;
    }

    private static Result<CheckList> Try(PreparedOutage outage, Selection selection, IReadOnlyDictionary<string, Probe> probes, IProgress<double>? progress, CancellationToken ct)
    {
        var begun = PairedRuns.Begin(outage, selection.Runs, selection.Seed, ct);
        if (begun.Refusal is { } refusal) return refusal;
        var effects = new CheckedInput?[probes.Count];
        var keys = probes.Keys.Order(StringComparer.Ordinal).ToList();
        var done = 0;
        Parallel.For(0, keys.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, selection.Threads), CancellationToken = ct }, i =>
        {
            effects[i] = Effect(begun.Value, keys[i], probes[keys[i]], ct);
            progress?.Report((double)Interlocked.Increment(ref done) / keys.Count);
        });
        return new CheckList([.. effects.OfType<CheckedInput>().Where(e => e.Measurable).OrderByDescending(e => e.Spread).ThenBy(e => e.Key, StringComparer.Ordinal).Take(Listed)]);
    }

    private static CheckedInput? Effect(PairedRuns paired, string key, Probe probe, CancellationToken ct)
    {
        var low = paired.DaysLost(probe.Low.Select(Measure), ct);
        var high = paired.DaysLost(probe.High.Select(Measure), ct);
        if (low.Refusal is not null || high.Refusal is not null) return null;
        var (mean, error) = PairedRuns.Difference(low.Value, high.Value);
        return new CheckedInput(key, Math.Abs(mean), error);
    }

    // An input is what it is, whoever could change it: the probe acts on bodies and providers alike.
    private static MeasureContent Measure(ProbeSide side) => new()
    {
        Effects = side.Effects,
        ByProvider = side.ByProvider,
        Origin = new Origin(OriginKind.Starter, NodaTime.LocalDate.MinIsoValue),
    };

    private IReadOnlyDictionary<string, Probe> Probes() => reference.Read<Probe>("check-first").Entries;
}

/// <summary>An input worth checking, as the catalogue <c>check-first.json</c> describes it.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Where">Where to look it up, or whom to ask.</param>
/// <param name="Basis">Source or assumption of the values.</param>
/// <param name="Low">Changes for the less favourable value.</param>
/// <param name="High">Changes for the more favourable value.</param>
public sealed record Probe(LocalText Title, LocalText Where, IReadOnlyDictionary<string, string> Basis, IReadOnlyList<ProbeSide> Low, IReadOnlyList<ProbeSide> High);

/// <summary>Changes on the body's side or on the provider's.</summary>
public sealed record ProbeSide(bool ByProvider, IReadOnlyList<MeasureEffect> Effects);

/// <summary>The inputs to check first, the most telling one at the top.</summary>
public sealed record CheckList(IReadOnlyList<CheckedInput> Inputs);

/// <summary>How far one input moves the answer.</summary>
/// <param name="Key">Key of the probe.</param>
/// <param name="Spread">Service days between the unfavourable and the favourable value.</param>
/// <param name="StandardError">Of the spread.</param>
public sealed record CheckedInput(string Key, double Spread, double StandardError)
{
    [JsonIgnore]
    public bool Measurable => Spread > 0 && Spread >= 2 * StandardError;
}
