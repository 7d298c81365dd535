using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Forecasts;

/// <summary>Everything a run needs, loaded once; measures are tried on it without touching the database again.</summary>
/// <param name="Owner">Whose forecast it is.</param>
/// <param name="Subject">Key of the body or region.</param>
/// <param name="Title">Its name.</param>
/// <param name="Inputs">Models and scenario, levers and chosen measures already in place.</param>
/// <param name="Provider">Key of the provider that falls, if one is named.</param>
/// <param name="Compiler">Turns models into engine input.</param>
public sealed record PreparedOutage(BodyId Owner, string Subject, string Title, PatchedInputs Inputs, string? Provider, RegionCompiler Compiler)
{
    private IReadOnlyDictionary<string, string>? snapshots;

    /// <summary>Hash of each model by the key of its body.</summary>
    public IReadOnlyDictionary<string, string> Snapshots => snapshots ??= Inputs.Set.All.ToDictionary(m => m.Key, Services.SnapshotJson.HashOf, StringComparer.Ordinal);

    /// <summary>The same without levers and chosen measures; null: there are none.</summary>
    public PatchedInputs? Before { get; init; }

    /// <summary>
    /// Which draws share points: chosen where nothing is changed and kept for whatever is compared with it, so that all have the same luck. Null: chosen by the engine, as nothing is changed.
    /// </summary>
    public PointPlan? Points => Before is { } before && CompiledOutage.Of(before, Provider, Compiler) is { Refusal: null, Value: var compiled } ? PointPlan.Of(compiled.Region, compiled.Outage) : null;

    /// <summary>The same with levers moved.</summary>
    public PreparedOutage Moved(Levers levers) => this with { Inputs = MeasurePatch.Apply(levers.AsMeasures(), Inputs), Before = Before ?? Inputs, snapshots = null };

    /// <summary>The engine's input with further measures in place; refused when the scenario does not fit or the model has a circle.</summary>
    public Result<CompiledOutage> Compile(params IEnumerable<MeasureContent> measures) => CompiledOutage.Of(MeasurePatch.Apply(measures, Inputs), Provider, Compiler);
}
