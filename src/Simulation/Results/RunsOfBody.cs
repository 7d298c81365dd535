using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Results;

/// <summary>What each run gave of one body, without statistics; index of every list = run. What was not asked for is empty.</summary>
/// <param name="Key">Key of the body.</param>
/// <param name="DaysLost">Service days lost, summed over its services.</param>
/// <param name="Services">Services in the order of the input.</param>
public sealed record RunsOfBody(string Key, IReadOnlyList<double> DaysLost, IReadOnlyList<RunsOfService> Services)
{
    internal static RunsOfBody Of(CompiledBody body, BodyRuns runs) => new(
        body.Input.Key,
        runs.DaysLost,
        [.. body.Input.Services.Zip(runs.Services, (service, r) => new RunsOfService(service.Key, r.First, r.Emergency, r.Own, r.Cleared))]);
}

/// <summary>The four times of one service in hours; index = run; infinity: not within five years. Meanings as in <see cref="ServiceResult"/>.</summary>
/// <param name="Key">Key within the body.</param>
/// <param name="First">First hour with any delivery.</param>
/// <param name="Emergency">First hour at the emergency level.</param>
/// <param name="Own">Hour from which the own capacity is back and stays.</param>
/// <param name="Cleared">Hour at which the backlog is cleared.</param>
public sealed record RunsOfService(string Key, ReadOnlyMemory<float> First, ReadOnlyMemory<float> Emergency, ReadOnlyMemory<float> Own, ReadOnlyMemory<float> Cleared);
