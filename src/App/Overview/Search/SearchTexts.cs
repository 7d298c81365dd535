namespace ResilienceMonitor.Overview.Search;

/// <summary>Marks the resources of the search.</summary>
public sealed class SearchTexts;
