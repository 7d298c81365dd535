using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Forecasts;

/// <summary>The last simulations that sliders were moved on, for the whole program. Named by all their inputs, so that nobody gets what was not made from his own.</summary>
public sealed class KeptPreviews
{
    private readonly Lock guard = new();
    private readonly LinkedList<(string Inputs, Lazy<KeptSimulation> Simulation)> kept = new();

    /// <summary>What is kept under the hash of its inputs; else it is made.</summary>
    public KeptSimulation Of(string inputs, Func<KeptSimulation> make)
    {
        LinkedListNode<(string Inputs, Lazy<KeptSimulation> Simulation)>? node;
        lock (guard)
        {
            for (node = kept.First; node is not null && node.Value.Inputs != inputs;) node = node.Next;
            if (node is null) node = new((inputs, new(make)));
            else kept.Remove(node);
            kept.AddFirst(node);
            if (kept.Count > Limits.KeptPreviews) kept.RemoveLast();
        }

        return node.Value.Simulation.Value;
    }
}
