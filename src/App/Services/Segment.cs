using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services;

/// <summary>A segment of a body.</summary>
public sealed class Segment : ModelItem<SegmentContent>;
