using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>Simulates a selection and keeps the result.</summary>
public sealed class SimulateOutage(PrepareOutage prepare, StoredResults results, KeptPreviews previews, Actor actor)
{
    /// <summary>The result if it is there already; else null. A page asks this first and starts long work when it must.</summary>
    public async Task<Result<SimulatedOutage?>> Find(Selection selection, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        return prepared.Refusal is { } refusal ? refusal : await Find(prepared.Value, selection, ct);
    }

    /// <summary>The same for inputs that are loaded already.</summary>
    public async Task<SimulatedOutage?> Find(PreparedOutage prepared, Selection selection, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var inputs = StoredResults.InputsOf(prepared, selection);
        return await results.Find<OutageResult>(prepared, inputs, ct) is { } kept ? new SimulatedOutage(prepared, kept, inputs) : null;
    }

    public async Task<Result<SimulatedOutage>> Run(Selection selection, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        return prepared.Refusal is { } refusal ? refusal : await Run(prepared.Value, selection, progress, ct);
    }

    /// <summary>The same for inputs that are loaded already.</summary>
    public async Task<Result<SimulatedOutage>> Run(PreparedOutage prepared, Selection selection, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var inputs = StoredResults.InputsOf(prepared, selection);
        if (await results.Find<OutageResult>(prepared, inputs, ct) is { } kept) return new SimulatedOutage(prepared, kept, inputs);
        var compiled = prepared.Compile();
        if (compiled.Refusal is { } notCompiled) return notCompiled;
        var result = await Simulate(prepared, compiled.Value, selection, progress, ct);
        await results.Keep(prepared, selection with { Runs = result.Runs }, inputs, result, ct);
        return new SimulatedOutage(prepared, result, inputs);
    }

    /// <summary>
    /// Simulates with and without the levers of a selection, for sliders that are moved: only what the page draws, and nothing is stored. What is simulated without levers
    /// is kept in memory, so that each move plays only what it changes.
    /// </summary>
    public async Task<Result<(SimulatedOutage Without, SimulatedOutage With)>> Preview(Selection selection, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var asIs = selection with { Levers = new() };
        var prepared = await prepare.Run(asIs, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var moved = prepared.Value.Moved(selection.Levers);
        var (without, with) = (prepared.Value.Compile(), moved.Compile());
        if ((without.Refusal ?? with.Refusal) is { } notCompiled) return notCompiled;
        var inputs = StoredResults.InputsOf(prepared.Value, asIs);
        var options = OptionsOf(prepared.Value, without.Value, asIs) with { Figures = Figures.Curves | Figures.States | Figures.DaysLost };
        return await Task.Run<Result<(SimulatedOutage, SimulatedOutage)>>(() =>
        {
            var kept = previews.Of(inputs.Hash, () => KeptSimulation.Run(without.Value.Region, without.Value.Outage, options, CancellationToken.None));
            return (new SimulatedOutage(prepared.Value, kept.Result, inputs), new SimulatedOutage(moved, kept.With(with.Value.Region, with.Value.Outage, ct), inputs));
        }, ct);
    }

    private static Task<OutageResult> Simulate(PreparedOutage prepared, CompiledOutage compiled, Selection selection, IProgress<double>? progress, CancellationToken ct)
    {
        var options = OptionsOf(prepared, compiled, selection);
        var told = progress is null ? null : new ShareOfRuns(progress, options.Runs);
        return Task.Run(() => selection.Accuracy is { } accuracy
            ? OutageSimulation.RunUntil(compiled.Region, compiled.Outage, options, accuracy, told, ct)
            : OutageSimulation.Run(compiled.Region, compiled.Outage, options, told, ct), ct);
    }

    private static RunOptions OptionsOf(PreparedOutage prepared, CompiledOutage compiled, Selection selection)
    {
        var values = compiled.Region.Bodies.Sum(b => (long)b.Resources.Count + b.Services.Count);
        var runs = (int)Math.Clamp(Limits.SimulatedValues / Math.Max(1, values), 1, selection.Runs);
        return new RunOptions { Runs = runs, Seed = selection.Seed, Threads = selection.Threads, Points = prepared.Points };
    }
}

/// <summary>A result with the inputs it belongs to.</summary>
public sealed record SimulatedOutage(PreparedOutage Outage, OutageResult Result, ResultInputs Inputs)
{
    /// <summary>Results of the bodies asked for, without their providers, each with its model.</summary>
    public IEnumerable<(Services.BodyModel Model, BodyResult Result)> Asked =>
        Outage.Inputs.Set.Asked.Zip(Result.Bodies);
}
