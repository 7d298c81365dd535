using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services;

/// <summary>The names people know the parts of models by.</summary>
public static class ModelSetNames
{
    /// <summary>Name of a resource or service; its key when there is none.</summary>
    public static string Of(this ItemNames names, ModelSet set, EntityRef entity)
    {
        if (set.All.FirstOrDefault(m => m.Key == entity.Body) is not { } model) return entity.Key;
        if (model.Resources.TryGetValue(entity.Key, out var resource)) return names.Of(entity.Key, resource);
        return model.Services.TryGetValue(entity.Key, out var service) ? names.Of(entity.Key, service) : entity.Key;
    }
}
