using System.Globalization;
using System.Text;

namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>Numbers and paths as SVG wants them: always a point, few digits, the same text on every machine.</summary>
internal static class Svg
{
    public static string Number(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Share of the width as percent, for pictures without a view box: they stretch while their text keeps its size.</summary>
    public static string Percent(double share) => (Math.Round(share * 100, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>
    /// A line through the points. Points that would not be seen, because they lie within <paramref name="tolerance"/> of the straight line
    /// between their neighbours, are left out: a curve of hundreds of hours becomes a few dozen points.
    /// </summary>
    public static string Path(IReadOnlyList<Point> points, double tolerance, int digits = 1)
    {
        var text = new StringBuilder();
        var format = "0." + new string('#', digits);
        foreach (var point in Simplify(points, tolerance))
            text.Append(text.Length == 0 ? 'M' : 'L')
                .Append((point.X + 0.0).ToString(format, CultureInfo.InvariantCulture)).Append(' ')
                .Append((point.Y + 0.0).ToString(format, CultureInfo.InvariantCulture));
        return text.ToString();
    }

    /// <summary>The area between an upper and a lower line over the same x.</summary>
    public static string Area(IReadOnlyList<Point> upper, IReadOnlyList<Point> lower, double tolerance, int digits = 1) =>
        Path(upper, tolerance, digits) + "L" + Path([.. lower.Reverse()], tolerance, digits)[1..] + "Z";

    private static List<Point> Simplify(IReadOnlyList<Point> points, double tolerance)
    {
        if (points.Count < 3) return [.. points];
        var kept = new List<Point> { points[0] };
        var start = 0;
        for (var i = 2; i < points.Count; i++)
        {
            if (AllWithin(points, start, i, tolerance)) continue;
            start = i - 1;
            kept.Add(points[start]);
        }

        kept.Add(points[^1]);
        return kept;
    }

    private static bool AllWithin(IReadOnlyList<Point> points, int from, int to, double tolerance)
    {
        var (a, b) = (points[from], points[to]);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        for (var i = from + 1; i < to; i++)
        {
            var (px, py) = (points[i].X - a.X, points[i].Y - a.Y);
            var distance = length == 0 ? Math.Sqrt(px * px + py * py) : Math.Abs(dx * py - dy * px) / length;
            if (distance > tolerance) return false;
        }

        return true;
    }
}
