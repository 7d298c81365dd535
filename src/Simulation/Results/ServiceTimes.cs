namespace ResilienceMonitor.Simulation.Results;

/// <summary>Hours of one service in every single run; index = run. Infinity: not within five years.</summary>
/// <param name="First">First hour with any delivery at all.</param>
/// <param name="Emergency">First hour at or above the emergency level.</param>
/// <param name="Own">Hour from which the own capacity is at least 0.95.</param>
public sealed record ServiceTimes(IReadOnlyList<float> First, IReadOnlyList<float> Emergency, IReadOnlyList<float> Own);
