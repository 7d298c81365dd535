namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>A date that matters on the time axis, such as a pay day or an election.</summary>
public sealed record CurveMark(double Hours, string Text);
