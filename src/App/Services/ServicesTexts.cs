namespace ResilienceMonitor.Services;

/// <summary>Marks the resources of the feature.</summary>
public sealed class ServicesTexts;
