namespace ResilienceMonitor.Calibration.Outages;

/// <summary>The scale on which days are compared: ln(1 + day). A factor counts the same early and late.</summary>
internal static class DayScale
{
    public static double Of(double day) => Math.Log(1 + day);

    public static double Day(double x) => Math.Exp(x) - 1;
}
