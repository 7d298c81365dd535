using ResilienceMonitor.EngineBench.Ours;
using ResilienceMonitor.EngineBench.Workloads;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.EngineBench;

/// <summary>A workload and how often each contender plays it in a round.</summary>
internal sealed record Workload(string Name, Network Network, int PlainTrials, int OurTrials, int AgreementTrials)
{
    public static IEnumerable<Workload> All
    {
        get
        {
            yield return new("a", NetworkMaker.A(), 4_000, 40 * 1_024, 100);
            yield return new("b", NetworkMaker.B(), 600, 6 * 1_024, 40);
            yield return new("c", NetworkMaker.C(), 60, 2 * 1_024, 4);
        }
    }

    public RegionInput Region { get; } = AsRegion.Region(Network);

    public OutageInput Outage { get; } = AsRegion.Outage(Network);

    public IReadOnlyList<EntityRef> RestartOrder { get; } = AsRegion.RestartOrder(Network);
}
