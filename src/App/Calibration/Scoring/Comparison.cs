using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>Forecasts beside what was observed, and the figures over them.</summary>
public sealed class Comparison
{
    /// <summary>Resamples of cases from which intervals are taken.</summary>
    public const int Resamples = 4_000;

    private readonly IReadOnlyDictionary<string, double> weightOfCase;

    public Comparison(IReadOnlyList<JudgedRow> rows)
    {
        Rows = rows;
        Scored = [.. rows.Where(r => r.Weight > 0 && r.Band is not null)];
        weightOfCase = Scored.GroupBy(r => r.Case.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(r => r.Weight), StringComparer.Ordinal);
    }

    public IReadOnlyList<JudgedRow> Rows { get; }

    /// <summary>Rows by which the forecast is judged.</summary>
    public IReadOnlyList<JudgedRow> Scored { get; }

    /// <summary>Each row counts alike; null: nothing is scored.</summary>
    public Summary? PerRow => Over("rows", Scored, r => r.Weight);

    /// <summary>Each case counts alike.</summary>
    public Summary? PerCase => Over("cases", Scored, r => r.Weight / weightOfCase[r.Case.Id]);

    /// <summary>Only rows of which at least three others are known, and only the others.</summary>
    public Summary? Comparable => Over("comparable", [.. Scored.Where(IsComparable)], r => r.Weight);

    public Summary? Rare => Over("rare", [.. Scored.Where(r => !IsComparable(r))], r => r.Weight);

    public IReadOnlyList<Summary> By(Func<JudgedRow, string> key) =>
        [.. Scored.GroupBy(key, StringComparer.Ordinal).Select(g => Summary.Of(g.Key, [.. g], r => r.Weight))];

    /// <summary>Between which values 95 of 100 resamples of the cases lie.</summary>
    public (Interval PerRow, Interval PerCase) CoverageIntervals(ulong seed)
    {
        var cases = Scored.GroupBy(r => r.Case.Id, StringComparer.Ordinal)
            .Select(g => (Weight: g.Sum(r => r.Weight), Covered: g.Sum(r => r.Weight * r.Score!.Value.Covered))).ToList();
        var (rows, each) = (new double[Resamples], new double[Resamples]);
        for (var resample = 0; resample < Resamples; resample++)
        {
            var (weight, covered, shares) = (0.0, 0.0, 0.0);
            for (var i = 0; i < cases.Count; i++)
            {
                var drawn = cases[(int)(Chance.Resample(seed, resample * cases.Count + i) * cases.Count)];
                weight += drawn.Weight;
                covered += drawn.Covered;
                shares += drawn.Covered / drawn.Weight;
            }

            rows[resample] = covered / weight;
            each[resample] = shares / cases.Count;
        }

        return (Interval.Of(rows), Interval.Of(each));
    }

    private static bool IsComparable(JudgedRow row) => row.Comparables >= NaiveForecasts.FewestValues;

    private static Summary? Over(string key, IReadOnlyList<JudgedRow> rows, Func<JudgedRow, double> weight) => rows.Count == 0 ? null : Summary.Of(key, rows, weight);
}

/// <summary>Where 95 of 100 values lie.</summary>
public readonly record struct Interval(double Low, double High)
{
    public static Interval Of(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? default : new(values[(int)(values.Length * 0.025)], values[(int)Math.Ceiling(values.Length * 0.975) - 1]);
    }
}
