using ResilienceMonitor.Calibration.Outages;

namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>Of one case: what was seen first, and how much better its later milestones are forecast when that is known.</summary>
public sealed record GivenFirst
{
    public required string Case { get; init; }
    public required Observation First { get; init; }

    /// <summary>Effective number of runs.</summary>
    public required double EffectiveRuns { get; init; }

    /// <summary>Later rows: before and after.</summary>
    public required IReadOnlyList<(JudgedRow Row, DayBand Given)> Later { get; init; }

    /// <summary>Null: the case has no second scored milestone.</summary>
    /// <param name="rows">Scored rows of the case.</param>
    /// <param name="daysOf">The day of a milestone in each run.</param>
    /// <param name="noise">Standard deviation of an observation.</param>
    public static GivenFirst? Of(IReadOnlyList<JudgedRow> rows, Func<Observation, double[]?> daysOf, double noise)
    {
        if (rows.OrderBy(r => r.Seen.MiddleDay).FirstOrDefault()?.Seen is not { } first || daysOf(first) is not { } days) return null;
        var later = rows.Where(r => r.Seen.MiddleDay > first.MiddleDay).ToList();
        if (later.Count == 0) return null;
        var given = ConditionalForecast.Given([SeenTime.Back(first, days)], days.Length, noise);
        return new()
        {
            Case = first.Case,
            First = first,
            EffectiveRuns = given.EffectiveRuns,
            Later = [.. later.Select(r => (r, DayBand.Of(daysOf(r.Seen)!, noise, given.Weights)))],
        };
    }
}
