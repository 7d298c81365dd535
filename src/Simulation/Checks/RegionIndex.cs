using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>Numbers for everything that is referred to by key, in the order of the input. Of two equal keys the first counts.</summary>
internal sealed class RegionIndex
{
    private readonly Dictionary<string, int> _bodies = [];
    private readonly Dictionary<EntityRef, int> _resources = [];
    private readonly Dictionary<EntityRef, int> _services = [];
    private readonly Dictionary<EntityRef, int> _gates = [];

    public RegionIndex(RegionInput region, OutageInput? outage)
    {
        foreach (var body in region.Bodies)
        {
            _bodies.TryAdd(body.Key, _bodies.Count);
            foreach (var resource in body.Resources) Add(_resources, Resources, new(body.Key, resource.Key), resource);
            foreach (var service in body.Services) Add(_services, Services, new(body.Key, service.Key), service);
        }

        foreach (var gate in outage?.Gates ?? []) Add(_gates, Gates, gate.Key, gate);
    }

    public List<(EntityRef Ref, ResourceInput Input)> Resources { get; } = [];

    public List<(EntityRef Ref, ServiceInput Input)> Services { get; } = [];

    public List<(EntityRef Ref, GateInput Input)> Gates { get; } = [];

    /// <summary>Number of a body, or -1.</summary>
    public int Body(string key) => _bodies.GetValueOrDefault(key, -1);

    /// <summary>Number of a resource, or -1.</summary>
    public int Resource(EntityRef key) => _resources.GetValueOrDefault(key, -1);

    /// <summary>Number of a service, or -1.</summary>
    public int Service(EntityRef key) => _services.GetValueOrDefault(key, -1);

    /// <summary>Number of a gate, or -1.</summary>
    public int Gate(EntityRef key) => _gates.GetValueOrDefault(key, -1);

    private static void Add<T>(Dictionary<EntityRef, int> numbers, List<(EntityRef Ref, T Input)> list, EntityRef key, T input)
    {
        if (numbers.TryAdd(key, list.Count)) list.Add((key, input));
    }
}
