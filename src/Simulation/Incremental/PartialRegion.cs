using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Incremental;

/// <summary>
/// What has to be simulated again after a change: bodies that are reached, and of all others only what these ask for, whose hours are known already.
/// </summary>
internal sealed class PartialRegion
{
    private readonly Reached _reached;
    private readonly Func<EntityRef, bool> _canBeCut;
    private readonly HashSet<string> _whole = [];
    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, HashSet<string>> _cut = [];
    private readonly HashSet<EntityRef> _gates = [];

    /// <param name="region">The changed region.</param>
    /// <param name="outage">The outage.</param>
    /// <param name="reached">What the change reaches.</param>
    /// <param name="linksOf">What a body asks of others.</param>
    /// <param name="canBeCut">True if a resource of a body that is not reached is known by the hour at which it is available alone.</param>
    public PartialRegion(RegionInput region, OutageInput outage, Reached reached, Func<string, BodyLinks> linksOf, Func<EntityRef, bool> canBeCut)
    {
        (_reached, _canBeCut) = (reached, canBeCut);
        foreach (var body in reached.Followed) AddWhole(body);
        var gates = outage.Gates.ToDictionary(g => g.Key);
        foreach (var gate in outage.Gates)
            if (gate.DetectedBy.Any(reached.Followed.Contains)) AddGate(gate.Key, gates);
        foreach (var group in outage.Hits) AddGates(group, gates);
        while (_open.TryPop(out var body)) AddLinks(linksOf(body));
        Region = new() { Bodies = [.. region.Bodies.Where(b => IsThere(b.Key)).Select(Body)] };
        Outage = outage with { Hits = [.. outage.Hits.Select(Cut)], Gates = [.. outage.Gates.Where(g => _gates.Contains(g.Key)).Select(Gate)] };
    }

    public RegionInput Region { get; }

    public OutageInput Outage { get; }

    /// <summary>The options, with the restart plan of what is left.</summary>
    public RunOptions Of(RunOptions options) =>
        options.RestartOrder is { } order ? options with { RestartOrder = [.. order.Where(r => IsIn(r))] } : options;

    private bool IsThere(string body) => _whole.Contains(body) || _cut.ContainsKey(body);

    private bool IsIn(EntityRef resource) => _whole.Contains(resource.Body) || (_cut.TryGetValue(resource.Body, out var cut) && cut.Contains(resource.Key));

    private void AddWhole(string body)
    {
        if (_whole.Add(body)) _open.Push(body);
    }

    private void AddLinks(BodyLinks links)
    {
        foreach (var resource in links.Work) Add(resource);
        foreach (var resource in links.Services) Add(resource);
        foreach (var partner in links.Partners) AddWhole(partner);
    }

    private void Add(EntityRef resource)
    {
        if (_whole.Contains(resource.Body)) return;
        if (!_canBeCut(resource)) AddWhole(resource.Body);
        else if (_cut.TryGetValue(resource.Body, out var cut)) cut.Add(resource.Key);
        else _cut.Add(resource.Body, [resource.Key]);
    }

    private void AddGates(HitGroupInput group, Dictionary<EntityRef, GateInput> gates)
    {
        foreach (var hit in group.Members)
            if (_reached.Played.Contains(hit.Resource.Body))
                foreach (var gate in hit.Gates) AddGate(gate, gates);
        foreach (var inner in group.Groups) AddGates(inner, gates);
    }

    private void AddGate(EntityRef first, Dictionary<EntityRef, GateInput> gates)
    {
        var open = new Stack<EntityRef>([first]);
        while (open.TryPop(out var gate))
        {
            if (!_gates.Add(gate) || !_reached.Gates.Contains(gate)) continue;
            foreach (var before in gates[gate].After) open.Push(before);
            foreach (var resource in gates[gate].AfterResources) Add(resource);
        }
    }

    private BodyInput Body(BodyInput body) => _whole.Contains(body.Key) ? body : new()
    {
        Key = body.Key,
        Team = new() { People = 0 },
        Resources = [.. body.Resources.Where(r => _cut[body.Key].Contains(r.Key)).Select(r => r with { Needs = [], Prerequisites = null })],
    };

    // The hours of gates that are not reached are known, whatever they waited for.
    private GateInput Gate(GateInput gate)
    {
        var isReached = _reached.Gates.Contains(gate.Key);
        return gate with
        {
            After = isReached ? gate.After : [],
            AfterResources = isReached ? gate.AfterResources : [],
            DetectedBy = [.. gate.DetectedBy.Where(_reached.Followed.Contains)],
        };
    }

    private HitGroupInput Cut(HitGroupInput group) => group with
    {
        Members = [.. group.Members.Where(h => IsIn(h.Resource)).Select(h => _reached.Played.Contains(h.Resource.Body) ? h : h with { Gates = [] })],
        Groups = [.. group.Groups.Select(Cut)],
    };
}
