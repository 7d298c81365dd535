namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>How the time axis runs. Logarithmic shows the first day and the eleventh month in one picture.</summary>
public enum TimeScale
{
    Linear,
    Logarithmic,
}
