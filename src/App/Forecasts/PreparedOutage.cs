using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Simulation;
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

    /// <summary>The engine's input with further measures in place; refused when the scenario does not fit or the model has a circle.</summary>
    public Result<CompiledOutage> Compile(params IEnumerable<MeasureContent> measures)
    {
        var patched = MeasurePatch.Apply(measures, Inputs);
        var set = OverrideBackupsAndAbsence(patched);
        var compiled = ScenarioCompiler.Compile(patched.Scenario, set, Provider, patched.Adjust, OutageStart.Unknown.Count);
        if (compiled.Refusal is { } refusal) return refusal;
        var region = Compiler.Compile(set, OutageStart.Unknown, compiled.Value.FallenProviders);
        return RegionCheck.FindProblems(region, compiled.Value.Outage) is [var problem, ..]
            ? Services.ModelProblem.Refuse(problem)
            : new CompiledOutage(region, compiled.Value.Outage);
    }

    private static Services.ModelSet OverrideBackupsAndAbsence(PatchedInputs inputs) => inputs.Set.Select(model =>
    {
        var scenario = inputs.Scenario;
        if (scenario.BackupUsable is { } usable)
            model = model with { Resources = model.Resources.ToDictionary(r => r.Key, r => r.Value with { BackupUsable = Math.Min(usable, 1) }, StringComparer.Ordinal) };
        if (scenario.ShareAbsent is { } absent)
            model = model with { Team = model.Team with { ShareAbsent = Math.Max(absent, model.Team.ShareAbsent) } };
        return model;
    });
}

/// <summary>Input of the engine.</summary>
public sealed record CompiledOutage(RegionInput Region, OutageInput Outage);
