using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Services;

/// <summary>Says in words why a model cannot be simulated.</summary>
internal static class ModelProblem
{
    public static Refusal Refuse(RegionProblem problem) => problem.Kind switch
    {
        RegionProblemKind.Cycle => Refusal.Of<ServicesTexts>("model.cycle", string.Join(" → ", problem.Path.Append(problem.Path[0]).Select(p => p.Key))),
        RegionProblemKind.UnknownReference => Refusal.Of<ServicesTexts>("model.unknown-reference", string.Join(", ", problem.Path)),
        RegionProblemKind.DuplicateKey => Refusal.Of<ServicesTexts>("model.duplicate-key", string.Join(", ", problem.Path)),
        RegionProblemKind.OutOfRange => Refusal.Of<ServicesTexts>("model.out-of-range", string.Join(", ", problem.Path)),
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
