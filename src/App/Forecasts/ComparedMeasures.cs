using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Forecasts;

/// <summary>What measures gain in the same runs: each alone, each on top of all others, and pairs.</summary>
/// <param name="Baseline">Service days lost without any of them.</param>
/// <param name="Measures">Those that can be simulated.</param>
/// <param name="Interactions">Pairs that gain measurably less or more than their sum, the greatest difference first.</param>
/// <param name="NotApplicable">Keys of those that cannot, sorted.</param>
public sealed record ComparedMeasures(GainOfRuns Baseline, IReadOnlyList<RankedMeasure> Measures, IReadOnlyList<Interaction> Interactions, IReadOnlyList<string> NotApplicable)
{
    /// <summary>Best measures whose pairs are tried.</summary>
    private const int PairsAmong = 5;

    public static Result<ComparedMeasures> Run(
        PreparedOutage outage, IReadOnlyList<KeyValuePair<string, MeasureContent>> tried, Selection selection, IProgress<double>? progress, CancellationToken ct)
    {
        var begun = PairedRuns.Begin(outage, selection.Runs, selection.Seed, ct);
        if (begun.Refusal is { } refusal) return refusal;
        var trials = new Trials(begun.Value, selection.Threads, ct);
        var lost = trials.Play([.. tried.Select(m => (IReadOnlyList<MeasureContent>)[m.Value])], Part(0, 0.5));
        var alone = tried.Zip(lost, (m, days) => (Ranked: days is null ? null : Ranked(outage, m, PairedRuns.Difference(begun.Value.Baseline, days)), Lost: days)).ToList();
        var helpful = alone.Where(m => m.Ranked is { Helps: true }).Select(m => (Measure: m.Ranked!, Lost: m.Lost!)).OrderBy(m => m.Measure.Key, StringComparer.Ordinal).ToList();
        var onTop = OnTop(trials, [.. helpful.Select(m => m.Measure.Measure)], Part(0.5, 0.8));
        var gains = helpful.Zip(onTop, (m, gain) => (m.Measure.Key, Gain: gain)).ToDictionary(g => g.Key, g => g.Gain, StringComparer.Ordinal);
        return new ComparedMeasures(
            PairedRuns.MeanOf(begun.Value.Baseline),
            [.. alone.Select(m => m.Ranked).OfType<RankedMeasure>().Select(m => m with { OnTop = gains.GetValueOrDefault(m.Key) })],
            Pairs(trials, begun.Value.Baseline, helpful, Part(0.8, 1)),
            [.. tried.Zip(lost).Where(m => m.Second is null).Select(m => m.First.Key).Order(StringComparer.Ordinal)]);

        Action<double> Part(double from, double to) => done => progress?.Report(from + (to - from) * done);
    }

    private static RankedMeasure Ranked(PreparedOutage outage, KeyValuePair<string, MeasureContent> measure, GainOfRuns gain) =>
        new(measure.Key, measure.Value, gain.Mean, gain.StandardError, RankMeasures.CostOf(outage, measure.Value));

    // All helpful measures with and without each of them.
    private static IEnumerable<GainOfRuns?> OnTop(Trials trials, List<MeasureContent> helpful, Action<double> done)
    {
        var lost = trials.Play([helpful, .. helpful.Select((_, i) => helpful.Where((_, other) => other != i).ToList())], done);
        return lost.Skip(1).Select(without => without is null || lost[0] is not { } all ? (GainOfRuns?)null : PairedRuns.Difference(without, all));
    }

    private static List<Interaction> Pairs(Trials trials, IReadOnlyList<double> baseline, List<(RankedMeasure Measure, double[] Lost)> helpful, Action<double> done)
    {
        var best = helpful.OrderByDescending(m => m.Measure.Gain).ThenBy(m => m.Measure.Key, StringComparer.Ordinal).Take(PairsAmong).ToList();
        var pairs = best.SelectMany((first, i) => best.Skip(i + 1).Select(second => (First: first, Second: second))).ToList();
        var lost = trials.Play([.. pairs.Select(p => (IReadOnlyList<MeasureContent>)[p.First.Measure.Measure, p.Second.Measure.Measure])], done);
        return [.. pairs.Zip(lost).Where(p => p.Second is not null).Select(p => InteractionOf(p.First.First, p.First.Second, p.Second!)).OfType<Interaction>()
            .OrderByDescending(i => Math.Abs(i.Together - i.Sum)).ThenBy(i => i.First, StringComparer.Ordinal).ThenBy(i => i.Second, StringComparer.Ordinal)];

        // Run by run, so that the error is that of the difference itself.
        Interaction? InteractionOf((RankedMeasure Measure, double[] Lost) first, (RankedMeasure Measure, double[] Lost) second, double[] both)
        {
            var more = PairedRuns.MeanOf([.. both.Select((days, run) => first.Lost[run] + second.Lost[run] - baseline[run] - days)]);
            var sum = first.Measure.Gain + second.Measure.Gain;
            return more.Measurable ? new Interaction(first.Measure.Key, second.Measure.Key, sum + more.Mean, sum, more.StandardError) : null;
        }
    }

    /// <summary>Sets of measures, tried side by side.</summary>
    private sealed class Trials(PairedRuns paired, int threads, CancellationToken ct)
    {
        /// <summary>Days lost in each run with each set, in the order given; null: it cannot be simulated.</summary>
        public double[]?[] Play(IReadOnlyList<IReadOnlyList<MeasureContent>> sets, Action<double> done)
        {
            var lost = new double[]?[sets.Count];
            var finished = 0;
            Parallel.For(0, sets.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = ct }, i =>
            {
                var days = paired.DaysLost(sets[i], ct);
                if (days.Refusal is null) lost[i] = days.Value;
                done((double)Interlocked.Increment(ref finished) / sets.Count);
            });
            return lost;
        }
    }
}
