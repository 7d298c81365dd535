using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Services.Dependencies;

/// <summary>Says what is required of each resource of a body, and why, with the path to the service that requires it.</summary>
public sealed class ExplainRequirement(ModelReader models, RegionCompiler compiler, ItemNames names, Actor actor)
{
    public async Task<Result<IReadOnlyList<ExplainedRequirement>>> Run(string bodyKey, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var set = await models.LoadSet([bodyKey], ct);
        return set.Refusal is { } refusal ? refusal : Of(set.Value);
    }

    /// <summary>The same for models that are loaded already.</summary>
    public Result<IReadOnlyList<ExplainedRequirement>> Of(ModelSet set)
    {
        actor.Must(ServicesFeature.View);
        var region = compiler.Compile(set, [OutageStart.Unknown[0]], new HashSet<string>());
        if (RegionCheck.FindProblems(region) is [var problem, ..])
            return ModelProblem.Refuse(problem, e => names.Of(set, e));
        return Simulation.Requirements.Propagate(region).Select(r => Explain(set, r)).ToList();
    }

    private ExplainedRequirement Explain(ModelSet set, Requirement requirement) =>
        new(requirement, names.Of(set, requirement.Resource), [.. requirement.Path.Select(p => names.Of(set, p))]);
}

/// <summary>A requirement with the names along its path, from the resource to the service.</summary>
public sealed record ExplainedRequirement(Requirement Requirement, string Name, IReadOnlyList<string> Path);
