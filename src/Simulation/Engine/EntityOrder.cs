using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>The order that breaks ties: body key, then key, by code units, so that it is the same in every language.</summary>
internal static class EntityOrder
{
    public static int Compare(EntityRef a, EntityRef b)
        => string.CompareOrdinal(a.Body, b.Body) is var byBody and not 0 ? byBody : string.CompareOrdinal(a.Key, b.Key);
}
