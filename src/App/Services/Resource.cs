using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services;

/// <summary>A resource of a body.</summary>
public sealed class Resource : ModelItem<ResourceContent>;
