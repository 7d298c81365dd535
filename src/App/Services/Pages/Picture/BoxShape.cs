using ResilienceMonitor.Platform.Ui.Charts;
using ResilienceMonitor.Platform.Ui.Charts.Layers;
using ResilienceMonitor.Services.Dependencies;

namespace ResilienceMonitor.Services.Pages.Picture;

/// <summary>Outlines that are told apart without colour.</summary>
internal static class BoxShape
{
    /// <summary>How far the points of a provider's box reach out.</summary>
    public const double Point = 9;

    public static string Of(DependencyKind kind, bool atProvider, PlacedBox box) => (kind, atProvider) switch
    {
        (DependencyKind.Service, _) => Rounded(box),
        (DependencyKind.Choice, _) => Path([(box.X, box.Middle), (box.X + box.Width / 2, box.Y), (box.Right, box.Middle), (box.X + box.Width / 2, box.Bottom)]),
        (DependencyKind.Gathered, _) => Path([(box.X + box.Width / 3, box.Y), (box.Right - box.Width / 3, box.Y), (box.Right - box.Width / 3, box.Bottom), (box.X + box.Width / 3, box.Bottom)]),
        (_, true) => Path([(box.X, box.Middle), (box.X + Point, box.Y), (box.Right - Point, box.Y), (box.Right, box.Middle), (box.Right - Point, box.Bottom), (box.X + Point, box.Bottom)]),
        _ => Path([(box.X, box.Y), (box.Right, box.Y), (box.Right, box.Bottom), (box.X, box.Bottom)]),
    };

    /// <summary>A triangle in the upper right corner: here one loss is enough.</summary>
    public static string Corner(PlacedBox box, bool atProvider)
    {
        var right = atProvider ? box.Right - Point : box.Right;
        return Path([(right - DependencyDrawing.Corner, box.Y), (right, box.Y), (right, box.Y + DependencyDrawing.Corner)]);
    }

    private static string Rounded(PlacedBox box)
    {
        var radius = box.Height / 2;
        var (x, y, right, bottom, r) = (Svg.Number(box.X + radius), Svg.Number(box.Y), Svg.Number(box.Right - radius), Svg.Number(box.Bottom), Svg.Number(radius));
        return $"M{x} {y}H{right}A{r} {r} 0 0 1 {right} {bottom}H{x}A{r} {r} 0 0 1 {x} {y}Z";
    }

    private static string Path((double X, double Y)[] points) => "M" + string.Join('L', points.Select(p => $"{Svg.Number(p.X)} {Svg.Number(p.Y)}")) + "Z";
}
