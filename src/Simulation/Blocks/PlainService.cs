using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// A service whose own capacity comes back at one moment, with at most one substitute, and whose cases do not expire. What becomes of
/// it follows from three hours: its own return, and the beginning and the end of the substitute.
/// </summary>
internal sealed class PlainService
{
    private PlainService(CompiledModel model, OwnerGroups groups, int number, Dictionary<Distribution, Sampler> known)
    {
        Number = number;
        Compiled = model.Services[number];
        Needs = groups.Simple[model.ServiceNode(number)];
        Weight = model.Bodies[Compiled.Body].Weight(number);
        if (Compiled.Substitutes is [var substitute])
        {
            Substitute = substitute;
            Start = Sampler.Of(substitute.Input.Start, known);
            SubstituteNeeds = groups.Simple[substitute.Node];
        }

        if (model.HasRpo && Compiled.Input.Rpo is { } rpo) (Lost, LostWithoutBackup) = DataNeeded(model, model.ServiceNode(number), rpo);
    }

    public int Number { get; }

    public CompiledService Compiled { get; }

    /// <summary>Weight in the curve of its body.</summary>
    public double Weight { get; }

    public int[][] Needs { get; }

    public CompiledSubstitute? Substitute { get; }

    public Sampler? Start { get; }

    public int[][] SubstituteNeeds { get; } = [];

    /// <summary>Resources whose damage alone costs more data than it can bear.</summary>
    public int[] Lost { get; } = [];

    /// <summary>The others it depends on: only if their backup is not usable.</summary>
    public int[] LostWithoutBackup { get; } = [];

    /// <summary>The service, if it is such a one; otherwise null.</summary>
    public static PlainService? Of(CompiledModel model, OwnerGroups groups, int number, Dictionary<Distribution, Sampler> known)
    {
        var service = model.Services[number];
        return groups.Others[model.ServiceNode(number)].Length == 0
            && service.Input.ExpiryAge is null
            && service.Substitutes.Length < 2
            && service.Substitutes.All(s => s.Partner < 0 && s.Input.Capacity > 0 && groups.Others[s.Node].Length == 0)
            ? new(model, groups, number, known)
            : null;
    }

    // Over all ways and alternatives.
    private static (int[] Lost, int[] LostWithoutBackup) DataNeeded(CompiledModel model, int node, double rpo)
    {
        var seen = new SortedSet<int>();
        var open = new Stack<int>(model.Needs.ResourcesOf(node).ToArray());
        while (open.TryPop(out var resource))
            if (seen.Add(resource))
                foreach (var needed in model.Needs.ResourcesOf(resource)) open.Push(needed);
        var lost = seen.ToLookup(resource => model.Resources[resource].Input.DataLossHours > rpo);
        return ([.. lost[true]], [.. lost[false].Where(resource => model.Resources[resource].Input.BackupUsable < 1)]);
    }
}
