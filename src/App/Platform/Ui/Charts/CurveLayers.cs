using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Charts;

internal static class CurveLayers
{
    public static readonly CurveLayer[] All = [CurveLayer.First, CurveLayer.Own, CurveLayer.Cleared];

    public static CurveBand Of(this CapabilityCurve curve, CurveLayer layer) =>
        layer == CurveLayer.First ? curve.First : layer == CurveLayer.Own ? curve.Own : curve.Cleared;

    /// <summary>Name in style classes and resource keys.</summary>
    public static string Key(this CurveLayer layer) => layer.ToString().ToLowerInvariant();
}
