using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Services;

/// <summary>Refuses a change after which the model could not be simulated: a circle, an unknown reference, a number out of range.</summary>
public sealed class ModelGuard(ModelReader models, RegionCompiler compiler, ItemNames names)
{
    public async Task<Refusal?> Check(string bodyKey, Func<BodyModel, BodyModel> change, CancellationToken ct)
    {
        var set = await models.Read([bodyKey], ct);
        if (set.Refusal is { } refusal) return refusal;
        var changed = set.Value.Select(m => m.Key == bodyKey ? change(m) : m);
        var region = compiler.Compile(changed, [OutageStart.Unknown[0]], new HashSet<string>());
        return RegionCheck.FindProblems(region) is [var problem, ..] ? ModelProblem.Refuse(problem, e => names.Of(set.Value, e)) : null;
    }
}
