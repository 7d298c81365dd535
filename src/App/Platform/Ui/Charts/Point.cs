namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>A place in a picture, from the upper left.</summary>
internal readonly record struct Point(double X, double Y);
