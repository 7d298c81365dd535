namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>A linear axis of days around zero, with a round end.</summary>
internal sealed class DayAxis
{
    private readonly double from;
    private readonly double to;

    public DayAxis(IReadOnlyCollection<GainRow> rows)
    {
        from = Round(rows.Select(r => Math.Min(0, Math.Min(r.Low, r.Days))).DefaultIfEmpty(0).Min());
        to = Round(rows.Select(r => Math.Max(r.High, r.Days)).DefaultIfEmpty(1).Max());
        if (to <= from) to = from + 1;
    }

    public double Share(double days) => Math.Clamp((days - from) / (to - from), 0, 1);

    /// <summary>Away from zero to the next 1, 2, 3, 5 or 8 times a power of ten.</summary>
    private static double Round(double value)
    {
        if (value == 0) return 0;
        var size = Math.Abs(value);
        var power = Math.Pow(10, Math.Floor(Math.Log10(size)));
        foreach (var step in (double[])[1, 1.5, 2, 3, 4, 5, 6, 8])
            if (size <= step * power) return Math.Sign(value) * step * power;
        return Math.Sign(value) * 10 * power;
    }
}
