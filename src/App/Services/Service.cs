using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services;

/// <summary>A service of a body.</summary>
public sealed class Service : ModelItem<ServiceContent>;
