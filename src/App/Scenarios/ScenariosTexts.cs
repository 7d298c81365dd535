namespace ResilienceMonitor.Scenarios;

/// <summary>Marks the resources of the feature.</summary>
public sealed class ScenariosTexts;
