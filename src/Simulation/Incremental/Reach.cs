using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Incremental;

/// <summary>How far a change reaches: over what bodies and gates wait for.</summary>
internal sealed class Reach
{
    private readonly Dictionary<string, List<string>> _workAfterBody = [];
    private readonly Dictionary<string, List<string>> _servicesAfterBody = [];
    private readonly Dictionary<string, List<string>> _servicesAfterServices = [];
    private readonly Dictionary<string, List<EntityRef>> _gatesAfterBody = [];
    private readonly Dictionary<EntityRef, List<EntityRef>> _gatesAfterGate = [];
    private readonly Dictionary<EntityRef, List<string>> _workAfterGate = [];

    private readonly OutageInput _outage;

    /// <param name="links">What the bodies ask of each other.</param>
    /// <param name="outage">The outage.</param>
    public Reach(IEnumerable<BodyLinks> links, OutageInput outage)
    {
        _outage = outage;
        foreach (var body in links)
        {
            foreach (var other in body.Work) Add(_workAfterBody, other.Body, body.Key);
            foreach (var other in body.Services) Add(_servicesAfterBody, other.Body, body.Key);
            foreach (var partner in body.Partners) Add(_servicesAfterServices, partner, body.Key);
        }

        foreach (var gate in outage.Gates)
        {
            foreach (var before in gate.After) Add(_gatesAfterGate, before, gate.Key);
            foreach (var resource in gate.AfterResources) Add(_gatesAfterBody, resource.Body, gate.Key);
        }

        foreach (var (group, _) in HitGroups.Flatten(outage))
            foreach (var hit in group.Members)
                foreach (var gate in hit.Gates)
                    Add(_workAfterGate, gate, hit.Resource.Body);
    }

    /// <summary>Follows a change.</summary>
    /// <param name="work">Bodies whose resources may come back at other hours by themselves.</param>
    /// <param name="services">Bodies whose services changed.</param>
    public Reached From(IEnumerable<string> work, IEnumerable<string> services)
    {
        var reached = new Reached();
        var (openBodies, openGates, openServices) = (new Stack<string>(work), new Stack<EntityRef>(), new Stack<string>(services));
        while (openBodies.Count + openGates.Count > 0)
        {
            if (openGates.TryPop(out var gate))
            {
                if (!reached.Gates.Add(gate)) continue;
                Push(openGates, _gatesAfterGate, gate);
                Push(openBodies, _workAfterGate, gate);
            }
            else if (openBodies.TryPop(out var body) && reached.Played.Add(body))
            {
                openServices.Push(body);
                Push(openBodies, _workAfterBody, body);
                Push(openServices, _servicesAfterBody, body);
                Push(openGates, _gatesAfterBody, body);
            }
        }

        foreach (var gate in _outage.Gates)
            if (reached.Gates.Contains(gate.Key))
                foreach (var body in gate.DetectedBy) openServices.Push(body);
        while (openServices.TryPop(out var body))
            if (reached.Followed.Add(body))
                Push(openServices, _servicesAfterServices, body);
        return reached;
    }

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        if (list.Count == 0 || !EqualityComparer<T>.Default.Equals(list[^1], item)) list.Add(item);
    }

    private static void Push<TKey, T>(Stack<T> open, Dictionary<TKey, List<T>> lists, TKey key) where TKey : notnull
    {
        foreach (var item in lists.GetValueOrDefault(key, [])) open.Push(item);
    }
}

/// <summary>What a change reaches.</summary>
internal sealed class Reached
{
    /// <summary>Bodies whose resources have to be played again.</summary>
    public HashSet<string> Played { get; } = [];

    /// <summary>Bodies whose services have to be followed again; those that are played are among them.</summary>
    public HashSet<string> Followed { get; } = [];

    /// <summary>Gates that may pass at other hours.</summary>
    public HashSet<EntityRef> Gates { get; } = [];
}
