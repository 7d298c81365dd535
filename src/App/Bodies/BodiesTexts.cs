namespace ResilienceMonitor.Bodies;

/// <summary>Marks the resources of the feature.</summary>
public sealed class BodiesTexts;
