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
        var found = await Find(bodyKey, change, ct);
        return found.Refusal ?? (found.Value is [var first, ..] ? first.Refusal : null);
    }

    /// <summary>Everything for which the changed model could not be simulated, with the keys of what is involved.</summary>
    public async Task<Result<IReadOnlyList<ChangeProblem>>> Find(string bodyKey, Func<BodyModel, BodyModel> change, CancellationToken ct)
    {
        var set = await models.Read([bodyKey], ct);
        if (set.Refusal is { } refusal) return refusal;
        var changed = set.Value.Select(m => m.Key == bodyKey ? change(m) : m);
        var region = compiler.Compile(changed, [OutageStart.Unknown[0]], new HashSet<string>());
        return RegionCheck.FindProblems(region).Select(p => new ChangeProblem([.. p.Path.Select(e => e.Key)], ModelProblem.Refuse(p, e => names.Of(changed, e)))).ToList();
    }
}

/// <summary>Why a changed model could not be simulated.</summary>
/// <param name="Keys">Keys of the services and resources involved; of a circle all in it.</param>
/// <param name="Refusal">Says it in words.</param>
public sealed record ChangeProblem(IReadOnlyList<string> Keys, Refusal Refusal);
