using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>What the own return of a service waits for, in the typical run.</summary>
public sealed class ExplainService(PrepareOutage prepare, Actor actor)
{
    public async Task<Result<ExplainedService>> Run(Selection selection, string body, string service, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var compiled = prepared.Value.Compile();
        if (compiled.Refusal is { } notCompiled) return notCompiled;
        var options = new RunOptions { Runs = selection.Runs, Seed = selection.Seed, Threads = selection.Threads };
        var path = await Task.Run(() => OutageSimulation.Explain(compiled.Value.Region, compiled.Value.Outage, options, new EntityRef(body, service)), ct);
        return new ExplainedService(prepared.Value, path);
    }
}

/// <summary>A critical path with the models that give its entities their names.</summary>
public sealed record ExplainedService(PreparedOutage Outage, CriticalPath Path);
