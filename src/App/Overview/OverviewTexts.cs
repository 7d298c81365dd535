namespace ResilienceMonitor.Overview;

/// <summary>Marks the resources of the feature.</summary>
public sealed class OverviewTexts;
