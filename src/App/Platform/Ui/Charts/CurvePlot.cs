using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>
/// Geometry of the capability curve: where every line, area and label stands. Pure numbers and texts in, pure numbers and texts out.
/// </summary>
internal sealed class CurvePlot
{
    private const double Tolerance = 0.2;

    private readonly CapabilityCurve curve;
    private readonly PlotSize size;

    public CurvePlot(CapabilityCurve curve, TimeAxis axis, PlotSize size, IReadOnlyList<CurveMark> marks)
    {
        (this.curve, Axis, this.size) = (curve, axis, size);
        Marks = PlaceMarks(marks);
        Top = 12 + size.Row * (1 + (Marks.Count == 0 ? 0 : Marks.Max(m => m.Row) + 1));
    }

    public TimeAxis Axis { get; }

    public double Top { get; }

    public double Bottom => size.Height - size.Bottom;

    public double Left => size.Left;

    public double Right => size.Width - size.Right;

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

    /// <summary>Where the label of a line has most room to its right: between the line and the next one, or the edge.</summary>
    public Point? LabelFor(string text, CurveBand band, CurveBand? next)
    {
        var width = size.WidthOf(text) + 14;
        var best = (Room: 0.0, Place: new Point());
        foreach (var level in (double[])[0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9])
        {
            if (band.P50.Reaches(curve.Hours, level) is not { } hour || X(hour) >= Right) continue;
            var end = next?.P50.Reaches(curve.Hours, level) is { } other ? Math.Min(X(other), Right) : Right;
            var room = end - X(hour);
            if (room > best.Room + 1) best = (room, new(X(hour) + 9, Y(level) + size.Font * 0.35));
        }

        return best.Room >= width ? best.Place : null;
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

    private List<double> Grid(IReadOnlyList<double> hours) => [.. hours.Where(h => h < Axis.EndHours), Axis.EndHours];

    /// <summary>Labels above the plot, in as many rows as keep them apart; near the right edge they stand to the left of their line.</summary>
    private List<PlacedMark> PlaceMarks(IReadOnlyList<CurveMark> marks)
    {
        var placed = new List<PlacedMark>();
        var ends = new List<double>();
        foreach (var mark in marks.Where(m => m.Hours <= Axis.EndHours).OrderBy(m => m.Hours))
        {
            var (x, width) = (X(mark.Hours), size.WidthOf(mark.Text) + 6);
            var leftward = x + width > size.Width;
            var (from, to) = leftward ? (x - width, x) : (x, x + width);
            var row = ends.FindIndex(end => end + 8 <= from);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = to;
            placed.Add(new(x, mark.Text, row, leftward));
        }

        return placed;
    }
}
