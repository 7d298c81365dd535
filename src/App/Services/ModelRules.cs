using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services;

/// <summary>
/// A change of a service, resource or segment must leave a model that can be simulated, and the first one turns the derived model into rows of the
/// body's own.
/// </summary>
public sealed class ModelRules<T>(
    string section, Func<BodyModel, IReadOnlyDictionary<string, T>> read, Func<BodyModel, IReadOnlyDictionary<string, T>, BodyModel> write,
    ModelReader models, ModelGuard guard, AdoptModel adopt) : IItemRules where T : ItemContent
{
    public string Section => section;

    public async Task<IReadOnlyDictionary<string, ItemContent>?> Derived(Body body, CancellationToken ct)
    {
        if (body.Content.OwnModel) return null;
        var model = await models.Load(body.Key, ct);
        return model.Refusal is null ? read(model.Value).ToDictionary(i => i.Key, ItemContent (i) => i.Value, StringComparer.Ordinal) : null;
    }

    public async Task<Refusal?> Prepare(Body body, string key, ItemContent? content, CancellationToken ct)
    {
        if (await guard.Check(body.Key, m => write(m, Changed(read(m), key, content)), ct) is { } problem) return problem;
        return (await adopt.Run(body.Key, ct)).Refusal;
    }

    private static Dictionary<string, T> Changed(IReadOnlyDictionary<string, T> all, string key, ItemContent? content)
    {
        var changed = new Dictionary<string, T>(all, StringComparer.Ordinal);
        if (content is T known) changed[key] = known;
        else changed.Remove(key);
        return changed;
    }
}
