using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>A segment of the catalogue.</summary>
public sealed record SegmentEntry(LocalText Name, LocalText Explanation);
