using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>
/// Geometry of the capability curve: where every line, area and label stands. Pure numbers and texts in, pure numbers and texts out.
/// </summary>
internal sealed class CurvePlot
{
    private const double Tolerance = 0.2;
    private const int MostRows = 4;

    private readonly CapabilityCurve curve;
    private readonly PlotSize size;

    public CurvePlot(CapabilityCurve curve, TimeAxis axis, PlotSize size, IReadOnlyList<CurveMark> marks)
    {
        (this.curve, Axis, this.size) = (curve, axis, size);
        var dated = marks.Where(m => m.Hours <= axis.EndHours).OrderBy(m => m.Hours).ToList();
        var texts = size.Numbered ? null : PlaceMarks(dated);
        (Marks, MarksAreNumbers) = (texts ?? PlaceMarks(Numbers(dated)) ?? [], texts is null);
        Top = 12 + size.Row * (1 + (Marks.Count == 0 ? 0 : Marks.Max(m => m.Row) + 1));
    }

    public TimeAxis Axis { get; }

    public double Top { get; }

    public double Bottom => size.Height - size.Bottom;

    public double Left => size.Left;

    public double Right => size.Width - size.Right;

    /// <summary>There was no room for texts: the legend must say what the numbers mean.</summary>
    public bool MarksAreNumbers { get; }

    /// <summary>In order of time; with numbers instead of texts where there is no room, which the legend then explains.</summary>
    public IReadOnlyList<PlacedMark> Marks { get; }

    public double X(double hours) => Left + Axis.Share(hours) * (Right - Left);

    public double Y(double share) => Bottom - Math.Clamp(share, 0, 1) * (Bottom - Top);

    public string Line(CurveBand band) => Svg.Path(Points(band.P50), Tolerance);

    /// <summary>From the unfavourable to the favourable course: 8 of 10 runs.</summary>
    public string Band(CurveBand band) => Svg.Area(Points(band.P90), Points(band.P10), Tolerance);

    /// <summary>Between the line and all services: what citizens go without.</summary>
    public string Gap(CurveBand band) => Svg.Area([new(Left, Top), new(Right, Top)], Points(band.P50), Tolerance);

    /// <summary>Between two lines, where the second is better.</summary>
    public string Between(CurveBand lower, CapabilityCurve other, CurveBand upper)
    {
        var grid = Grid(curve.Hours);
        var below = grid.Select(h => new Point(X(h), Y(lower.P50.At(curve.Hours, h)))).ToList();
        var above = grid.Select((h, i) => new Point(X(h), Math.Min(below[i].Y, Y(upper.P50.At(other.Hours, h))))).ToList();
        return Svg.Area(above, below, Tolerance);
    }

    /// <summary>
    /// Right of a line, where there is room before the next line or the edge: half way up if possible, because there the line is steep and
    /// keeps clear of its label. None if there is no room; the legend has it anyway.
    /// </summary>
    public Point? LabelFor(string text, CurveBand band, CurveBand? next)
    {
        foreach (var level in (double[])[0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2])
        {
            if (band.P50.Reaches(curve.Hours, level) is not { } hour) continue;
            var end = next?.P50.Reaches(curve.Hours, level) is { } other ? Math.Min(X(other), Right) : Right;
            if (end - X(hour) >= size.WidthOf(text) + 14) return new(X(hour) + 9, Y(level) + size.Font * 0.35);
        }

        return null;
    }

    /// <summary>Middle of the gap above a line, if the label fits in; else it goes to the legend.</summary>
    public Point? LabelInGap(string text, CurveBand band)
    {
        foreach (var level in (double[])[0.9, 0.93])
        {
            var end = band.P50.Reaches(curve.Hours, level - 0.06) is { } hour ? X(hour) : Right;
            var start = X(0) + 12;
            if (end - start >= size.WidthOf(text) + 20) return new((start + end) / 2, Y(level) + size.Font * 0.35);
        }

        return null;
    }

    private List<Point> Points(IReadOnlyList<double> values) =>
        [.. Grid(curve.Hours).Select(h => new Point(X(h), Y(values.At(curve.Hours, h))))];

    private List<double> Grid(IReadOnlyList<double> hours) => [0, .. hours.Where(h => h > 0 && h < Axis.EndHours), Axis.EndHours];

    private static List<CurveMark> Numbers(List<CurveMark> marks) => [.. marks.Select((m, i) => m with { Text = $"{i + 1}" })];

    /// <summary>
    /// Labels above the plot, in as few rows as keep every label clear of the others and of the lines that run up to them; null if there is
    /// no such place, and then numbers must do. From right to left, because labels stand to the right of their lines (except near the edge).
    /// </summary>
    private List<PlacedMark>? PlaceMarks(List<CurveMark> marks)
    {
        var placed = new List<PlacedMark>();
        foreach (var mark in Enumerable.Reverse(marks))
        {
            var (x, width) = (X(mark.Hours), size.WidthOf(mark.Text) + 8);
            var leftward = x + width > size.Width;
            var candidate = new PlacedMark(x, mark.Text, 0, leftward, leftward ? x - width : x, leftward ? x : x + width);
            var row = Enumerable.Range(0, marks.Count).FirstOrDefault(r => placed.TrueForAll(p => p.IsClearOf(candidate with { Row = r })), -1);
            if (row < 0 || row > MostRows) return null;
            placed.Add(candidate with { Row = row });
        }

        placed.Reverse();
        return placed;
    }
}
