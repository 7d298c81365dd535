using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>What all services of one way of working need beside their own applications: workplace, sign-in, network, file share, people, open building.</summary>
public sealed record BundleEntry(LocalText Name, IReadOnlyList<IReadOnlyList<string>> Needs);
