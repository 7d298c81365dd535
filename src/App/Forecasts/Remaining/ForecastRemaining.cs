using ResilienceMonitor.Calibration.Model;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts.Remaining;

/// <summary>Forecasts how long a body is still out, given what is back already, and keeps the result.</summary>
public sealed class ForecastRemaining(PrepareOutage prepare, StoredResults results, ReferenceData reference, Actor actor)
{
    /// <summary>Runs people get without asking: a few tenths of a second.</summary>
    public const int UsualRuns = 4_000;

    /// <summary>Runs when too few of those agree: long work.</summary>
    public const int ManyRuns = 40_000;

    /// <summary>What can be named as back; asked before anything is known.</summary>
    public async Task<Result<KnowableOutage>> Prepare(Selection selection, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        if (selection.Body is not { } body) return Refusal.Of<ForecastsTexts>("remaining.one-body");
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var compiled = prepared.Value.Compile();
        return compiled.Refusal is { } notCompiled ? notCompiled : new KnowableOutage(prepared.Value, compiled.Value, Knowable.Of(compiled.Value, body));
    }

    /// <summary>The forecast if it is there already; else null.</summary>
    public async Task<Result<RemainingForecast?>> Find(KnowableOutage outage, Selection selection, OutageSoFar soFar, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        return SoFarCheck.Refuse(soFar, outage.Knowable) is { } wrong ? wrong : await results.Find<RemainingForecast>(outage.Outage, InputsOf(outage, selection, soFar), ct);
    }

    public async Task<Result<RemainedOutage>> Run(Selection selection, OutageSoFar soFar, IProgress<double>? progress, CancellationToken ct)
    {
        var prepared = await Prepare(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var forecast = await Run(prepared.Value, selection, soFar, progress, ct);
        return forecast.Refusal is { } wrong ? wrong : new RemainedOutage(prepared.Value, forecast.Value, InputsOf(prepared.Value, selection, soFar));
    }

    /// <summary>The same for inputs that are loaded already.</summary>
    public async Task<Result<RemainingForecast>> Run(KnowableOutage outage, Selection selection, OutageSoFar soFar, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var found = await Find(outage, selection, soFar, ct);
        if (found.Refusal is { } wrong) return wrong;
        if (found.Value is { } kept) return kept;
        var forecast = await Task.Run(() => Forecast(outage, selection, soFar, progress, ct), ct);
        await results.Keep(outage.Outage, selection, InputsOf(outage, selection, soFar), forecast, ct);
        return forecast;
    }

    private RemainingForecast Forecast(KnowableOutage outage, Selection selection, OutageSoFar soFar, IProgress<double>? progress, CancellationToken ct)
    {
        var body = selection.Body!;
        var probed = OutageProbes.Add(outage.Compiled, body, soFar, outage.Knowable);
        var points = outage.Outage.Points ?? PointPlan.Of(outage.Compiled.Region, outage.Compiled.Outage);
        var options = new RunOptions { Runs = selection.Runs, Seed = selection.Seed, Threads = selection.Threads, Figures = Figures.Times, Points = points };
        RunsOfBody? played = null;
        OutageSimulation.Play(probed.Region, probed.Outage, options, Take, progress is null ? null : new ShareOfRuns(progress, selection.Runs), ct);
        return new RemainingTimes(played!, soFar, Noise).Of(outage.Knowable.Services, selection.Runs, selection.Seed);

        void Take(RunsOfBody runs)
        {
            if (runs.Key == body) played = runs;
        }
    }

    private ResultInputs InputsOf(KnowableOutage outage, Selection selection, OutageSoFar soFar) => StoredResults.InputsOf(outage.Outage, selection, new { soFar, Noise });

    private double Noise => ReferenceCatalogue.From(reference).Noise;
}

/// <summary>An outage, and what of it can be named as back.</summary>
public sealed record KnowableOutage(PreparedOutage Outage, CompiledOutage Compiled, Knowable Knowable);

/// <summary>A forecast of the rest with the inputs it belongs to.</summary>
public sealed record RemainedOutage(KnowableOutage Outage, RemainingForecast Forecast, ResultInputs Inputs);
