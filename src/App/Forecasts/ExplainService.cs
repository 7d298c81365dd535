using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>
/// What the own return of a service waits for, in the typical run. Which run that is takes as long as a simulation to find; it is found for all
/// services of the body at once and kept, and then only that one is played.
/// </summary>
public sealed class ExplainService(PrepareOutage prepare, StoredResults results, Actor actor)
{
    public async Task<Result<ExplainedService>> Run(Selection selection, string body, string service, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        if (prepared.Value.Inputs.Set.All.FirstOrDefault(m => m.Key == body)?.Services.ContainsKey(service) != true) return Refusal.Of<ServicesTexts>("service.not-found", service);
        var compiled = prepared.Value.Compile();
        if (compiled.Refusal is { } notCompiled) return notCompiled;
        var (region, outage) = (compiled.Value.Region, compiled.Value.Outage);
        var options = new RunOptions { Runs = selection.Runs, Seed = selection.Seed, Threads = selection.Threads, Points = prepared.Value.Points };
        var inputs = StoredResults.InputsOf(prepared.Value, selection, new { typicalRunsOf = body });
        if (await results.Find<TypicalRuns>(prepared.Value, inputs, ct) is not { } typical)
        {
            typical = new TypicalRuns(await Task.Run(() => OutageSimulation.TypicalRuns(region, outage, options, body), ct));
            await results.Keep(prepared.Value, selection, inputs, typical, ct);
        }

        if (!typical.Of.TryGetValue(service, out var run)) return Refusal.Of<ServicesTexts>("service.not-found", service);
        var path = await Task.Run(() => OutageSimulation.Explain(region, outage, options, new EntityRef(body, service), run), ct);
        return new ExplainedService(prepared.Value, path);
    }
}

/// <summary>The run that stands for each service of a body, by its key.</summary>
public sealed record TypicalRuns(IReadOnlyDictionary<string, int> Of);

/// <summary>A critical path with the models that give its entities their names.</summary>
public sealed record ExplainedService(PreparedOutage Outage, CriticalPath Path);
