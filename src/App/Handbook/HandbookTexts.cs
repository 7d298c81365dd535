namespace ResilienceMonitor.Handbook;

/// <summary>Marks the resources of the feature.</summary>
public sealed class HandbookTexts;
