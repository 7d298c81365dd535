using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>Reads values between the points of a curve.</summary>
internal static class CurveReading
{
    /// <summary>Value at an hour, straight between its neighbours; before the first and after the last point it stays.</summary>
    public static double At(this IReadOnlyList<double> values, IReadOnlyList<double> hours, double hour)
    {
        var next = 0;
        while (next < hours.Count && hours[next] < hour) next++;
        if (next == 0) return values[0];
        if (next == hours.Count) return values[^1];
        var part = (hour - hours[next - 1]) / (hours[next] - hours[next - 1]);
        return values[next - 1] + part * (values[next] - values[next - 1]);
    }

    /// <summary>First hour from which the value is at least <paramref name="level"/> (it dips at the outage, so the last crossing counts); null if never.</summary>
    public static double? Reaches(this IReadOnlyList<double> values, IReadOnlyList<double> hours, double level)
    {
        if (values[^1] < level) return null;
        var i = values.Count - 1;
        while (i > 0 && values[i - 1] >= level) i--;
        if (i == 0) return hours[0];
        var part = (level - values[i - 1]) / (values[i] - values[i - 1]);
        return hours[i - 1] + part * (hours[i] - hours[i - 1]);
    }

    /// <summary>
    /// Round end of the time that matters: when a layer is nearly complete in nearly all runs, but not far beyond its middle course, because
    /// a long tail would squeeze everything else to the left.
    /// </summary>
    public static double EndOfInterest(this CapabilityCurve curve, CurveLayer layer)
    {
        var band = curve.Of(layer);
        var nearlyAll = band.P10.Reaches(curve.Hours, 0.98) ?? curve.Hours[^1];
        var beyondMiddle = band.P50.Reaches(curve.Hours, 0.98) * 1.5 ?? nearlyAll;
        return TimeAxis.RoundEnd(Math.Min(nearlyAll, beyondMiddle));
    }
}
