namespace ResilienceMonitor.Packaging;

/// <summary>The release cannot be made or does not hold together; the message says what to do.</summary>
public sealed class PackagingProblem(string message) : Exception(message);
