using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Forecasts.Regions.Outlines;

/// <summary>
/// Puts outlines on a plane of whole units, and leaves out what cannot be seen there. Degrees of longitude are shortened by the cosine of the middle
/// latitude: for a region that is close enough to a map.
/// </summary>
internal static class OutlinePlane
{
    private const double FirstTolerance = 0.6;

    public static IReadOnlyList<Outline> Place(IReadOnlyList<RawOutline> outlines)
    {
        var all = outlines.SelectMany(o => o.Rings).SelectMany(r => r).ToList();
        var (west, east, south, north) = (all.Min(p => p.Lon), all.Max(p => p.Lon), all.Min(p => p.Lat), all.Max(p => p.Lat));
        var narrow = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Outline.Size / Math.Max(Math.Max((east - west) * narrow, north - south), 1e-9);
        var placed = outlines.Select(o => (o.Key, o.Name, Rings: o.Rings.Select(r => r.Select(p => ((p.Lon - west) * narrow * scale, (north - p.Lat) * scale)).ToList()).ToList())).ToList();

        // Coarser until the page stays light.
        for (var tolerance = FirstTolerance; ; tolerance *= 1.5)
        {
            var drawn = placed.Select(o => new Outline(o.Key, o.Name, [.. o.Rings.Select(r => Simple(r, tolerance)).Where(r => r.Count >= 8)])).Where(o => o.Rings.Count > 0).ToList();
            if (drawn.Sum(o => o.Rings.Sum(r => r.Count / 2)) <= Limits.DrawnPoints) return drawn;
        }
    }

    private static IReadOnlyList<int> Simple(List<(double X, double Y)> ring, double tolerance)
    {
        var keep = new bool[ring.Count];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int From, int To)>([(0, ring.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var (farthest, distance) = (0, tolerance);
            for (var i = part.From + 1; i < part.To; i++)
                if (Distance(ring[i], ring[part.From], ring[part.To]) is var d && d > distance) (farthest, distance) = (i, d);
            if (farthest == 0) continue;
            keep[farthest] = true;
            open.Push((part.From, farthest));
            open.Push((farthest, part.To));
        }

        return [.. ring.Where((_, i) => keep[i]).Select(p => ((int)Math.Round(p.X), (int)Math.Round(p.Y))).SelectMany(p => new[] { p.Item1, p.Item2 })];
    }

    // From a point to a stretch of line; the ends of a ring are one point.
    private static double Distance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var share = length == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1);
        var (x, y) = (p.X - a.X - (share * dx), p.Y - a.Y - (share * dy));
        return Math.Sqrt((x * x) + (y * y));
    }
}
