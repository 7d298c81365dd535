namespace ResilienceMonitor.Calibration.Scoring;

/// <summary>Figures over several scored rows.</summary>
public sealed record Summary
{
    public required string Key { get; init; }
    public required int Rows { get; init; }
    public required int Cases { get; init; }

    /// <summary>Share of what was observed inside the bands, each row with its weight.</summary>
    public required double Coverage { get; init; }

    /// <summary>Mean pinball loss of the model and of the two forecasts without model.</summary>
    public required double Loss { get; init; }

    public required double LossN1 { get; init; }
    public required double LossN2 { get; init; }

    /// <summary>Geometric mean of P90 over P10.</summary>
    public required double Width { get; init; }

    /// <summary>Mean of observed minus median on ln(1 + day).</summary>
    public required double Bias { get; init; }

    /// <summary>The same figures of the better forecast without model.</summary>
    public required double NaiveCoverage { get; init; }

    public required double NaiveWidth { get; init; }

    /// <summary>Loss of the model over that of the better one without; null: nothing to compare with.</summary>
    public double? Ratio => Math.Min(LossN1, LossN2) is > 0 and var naive ? Loss / naive : null;

    /// <param name="key">What the rows have in common.</param>
    /// <param name="rows">Scored rows, at least one.</param>
    /// <param name="weight">How much a row counts.</param>
    public static Summary Of(string key, IReadOnlyList<JudgedRow> rows, Func<JudgedRow, double> weight)
    {
        var total = rows.Sum(weight);
        var (n1, n2) = (LossOf(r => r.N1), LossOf(r => r.N2));
        Func<JudgedRow, DayBand?> better = n1 <= n2 ? r => r.N1 : r => r.N2;
        return new()
        {
            Key = key,
            Rows = rows.Count,
            Cases = rows.Select(r => r.Case.Id).Distinct(StringComparer.Ordinal).Count(),
            Coverage = Mean(r => r.Band, s => s.Covered),
            Loss = LossOf(r => r.Band),
            LossN1 = n1,
            LossN2 = n2,
            Width = Math.Exp(Mean(r => r.Band, s => s.LogWidth)),
            Bias = Mean(r => r.Band, s => s.Residual),
            NaiveCoverage = Mean(better, s => s.Covered),
            NaiveWidth = Math.Exp(Mean(better, s => s.LogWidth)),
        };

        double LossOf(Func<JudgedRow, DayBand?> band) => Mean(band, s => s.Loss);

        double Mean(Func<JudgedRow, DayBand?> band, Func<BandScore, double> value) =>
            rows.Sum(r => band(r) is { } b ? weight(r) * value(BandScore.Of(b, r.Seen)) : 0) / total;
    }
}
