using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services;

/// <summary>Resources that fall together.</summary>
public sealed record SegmentContent : ItemContent;
