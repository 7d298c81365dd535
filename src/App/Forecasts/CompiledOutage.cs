using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Forecasts;

/// <summary>Input of the engine.</summary>
public sealed record CompiledOutage(RegionInput Region, OutageInput Outage)
{
    /// <summary>Makes it of models and scenario; refused when the scenario does not fit or the model has a circle.</summary>
    /// <param name="inputs">Models and scenario, measures in place.</param>
    /// <param name="provider">Key of the provider that falls; null: the main provider of the first body.</param>
    /// <param name="compiler">Turns models into the engine's bodies.</param>
    public static Result<CompiledOutage> Of(PatchedInputs inputs, string? provider, RegionCompiler compiler)
    {
        var set = OverrideBackupsAndAbsence(inputs);
        var compiled = ScenarioCompiler.Compile(inputs.Scenario, set, provider, inputs.Adjust, OutageStart.Unknown.Count);
        if (compiled.Refusal is { } refusal) return refusal;
        var region = compiler.Compile(set, OutageStart.Unknown, compiled.Value.FallenProviders);
        return RegionCheck.FindProblems(region, compiled.Value.Outage) is [var problem, ..]
            ? ModelProblem.Refuse(problem)
            : new CompiledOutage(region, compiled.Value.Outage);
    }

    private static ModelSet OverrideBackupsAndAbsence(PatchedInputs inputs) => inputs.Set.Select(model =>
    {
        var scenario = inputs.Scenario;
        if (scenario.BackupUsable is { } usable)
            model = model with { Resources = model.Resources.ToDictionary(r => r.Key, r => r.Value with { BackupUsable = Math.Min(usable, 1) }, StringComparer.Ordinal) };
        if (scenario.ShareAbsent is { } absent)
            model = model with { Team = model.Team with { ShareAbsent = Math.Max(absent, model.Team.ShareAbsent) } };
        return model;
    });
}
