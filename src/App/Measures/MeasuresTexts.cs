namespace ResilienceMonitor.Measures;

/// <summary>Marks the resources of the feature.</summary>
public sealed class MeasuresTexts;
