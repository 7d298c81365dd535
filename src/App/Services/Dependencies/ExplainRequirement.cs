using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Dependencies;

/// <summary>Says what is required of each resource of a body, and why, with the path to the service that requires it.</summary>
public sealed class ExplainRequirement(ModelReader models, Holidays holidays, ItemNames names, Actor actor)
{
    public async Task<Result<IReadOnlyList<ExplainedRequirement>>> Run(string bodyKey, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var set = await models.LoadSet([bodyKey], ct);
        if (set.Refusal is { } refusal) return refusal;
        var region = new RegionCompiler(holidays).Compile(set.Value, [OutageStart.Unknown[0]], new HashSet<string>());
        if (RegionCheck.FindProblems(region) is [var problem, ..])
            return ModelProblem.Refuse(problem);
        return Simulation.Requirements.Propagate(region).Select(r => Explain(set.Value, r)).ToList();
    }

    private ExplainedRequirement Explain(ModelSet set, Requirement requirement) =>
        new(requirement, Name(set, requirement.Resource), [.. requirement.Path.Select(p => Name(set, p))]);

    private string Name(ModelSet set, EntityRef entity)
    {
        if (set.All.FirstOrDefault(m => m.Key == entity.Body) is not { } model) return entity.Key;
        if (model.Resources.TryGetValue(entity.Key, out var resource)) return names.Of(entity.Key, resource);
        return model.Services.TryGetValue(entity.Key, out var service) ? names.Of(entity.Key, service) : entity.Key;
    }
}

/// <summary>A requirement with the names along its path, from the resource to the service.</summary>
public sealed record ExplainedRequirement(Requirement Requirement, string Name, IReadOnlyList<string> Path);
