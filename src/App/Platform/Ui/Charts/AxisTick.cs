namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>A labelled place on a time axis.</summary>
/// <param name="Hours">Hours since the outage.</param>
/// <param name="Share">Place on the axis, 0..1.</param>
/// <param name="Text">Label, such as "2 Wochen".</param>
/// <param name="Minor">Left out where there is little room.</param>
public readonly record struct AxisTick(double Hours, double Share, string Text, bool Minor);
