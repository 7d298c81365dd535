namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>The three layers of the capability curve.</summary>
public enum CurveLayer
{
    First,
    Own,
    Cleared,
}
