using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services;

/// <summary>Says in words why a model cannot be simulated.</summary>
internal static class ModelProblem
{
    /// <param name="problem">What is wrong.</param>
    /// <param name="name">The name people know an entity by; null: its key.</param>
    public static Refusal Refuse(RegionProblem problem, Func<EntityRef, string>? name = null)
    {
        var path = problem.Path.Select(p => name?.Invoke(p) ?? p.Key).ToList();
        return problem.Kind switch
        {
            RegionProblemKind.Cycle => Refusal.Of<ServicesTexts>("model.cycle", string.Join(" → ", path.Append(path[0]))),
            RegionProblemKind.UnknownReference => Refusal.Of<ServicesTexts>("model.unknown-reference", string.Join(", ", path)),
            RegionProblemKind.DuplicateKey => Refusal.Of<ServicesTexts>("model.duplicate-key", string.Join(", ", path)),
            RegionProblemKind.OutOfRange => Refusal.Of<ServicesTexts>("model.out-of-range", string.Join(", ", path)),
            RegionProblemKind.TooLarge => Refusal.Of<ServicesTexts>("model.too-large", InputLimits.Resources, InputLimits.Services, InputLimits.Bodies),
            _ => throw new ArgumentOutOfRangeException(nameof(problem)),
        };
    }
}
