using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>Who waits for whom: resources for their needs, prerequisites and gates, gates for gates and resources.</summary>
/// <remarks>Nodes are the resources, then the gates, each in the order of the input. References to nothing are left out.</remarks>
internal sealed class WaitGraph
{
    private readonly RegionIndex _index;
    private readonly HashSet<int>[] _waitsFor;

    public WaitGraph(RegionIndex index, OutageInput? outage)
    {
        _index = index;
        _waitsFor = new HashSet<int>[index.Resources.Count + index.Gates.Count];
        for (var i = 0; i < _waitsFor.Length; i++) _waitsFor[i] = [];
        for (var i = 0; i < index.Resources.Count; i++)
        {
            AddGroups(i, index.Resources[i].Input.Needs);
            AddGroups(i, index.Resources[i].Input.Prerequisites ?? []);
        }

        if (outage is not null) AddOutage(outage);
    }

    /// <summary>The entity of a node.</summary>
    public EntityRef Name(int node) => node < _index.Resources.Count ? _index.Resources[node].Ref : _index.Gates[node - _index.Resources.Count].Ref;

    /// <summary>
    /// All nodes so that what is waited for comes first, and the cycles met on the way; in a cycle each waits for the next, the last for
    /// the first. Depth-first with its own stack: the depth of a model must not depend on that of the thread.
    /// </summary>
    public (List<int> Order, List<int[]> Cycles) Walk()
    {
        var order = new List<int>(_waitsFor.Length);
        var cycles = new List<int[]>();
        var position = new int[_waitsFor.Length];
        var stack = new List<(int Node, IEnumerator<int> Next)>();
        for (var root = 0; root < _waitsFor.Length; root++)
        {
            if (position[root] != Unseen) continue;
            Push(root);
            while (stack.Count > 0)
            {
                var (node, rest) = stack[^1];
                if (!rest.MoveNext())
                {
                    stack.RemoveAt(stack.Count - 1);
                    position[node] = Finished;
                    order.Add(node);
                }
                else if (position[rest.Current] == Unseen)
                {
                    Push(rest.Current);
                }
                else if (position[rest.Current] != Finished)
                {
                    cycles.Add([.. stack.Skip(position[rest.Current] - 1).Select(entry => entry.Node)]);
                }
            }
        }

        return (order, cycles);

        void Push(int node)
        {
            stack.Add((node, _waitsFor[node].GetEnumerator()));
            position[node] = stack.Count;
        }
    }

    private const int Unseen = 0;
    private const int Finished = -1;

    private void AddGroups(int node, IReadOnlyList<NeedGroupInput> groups)
    {
        foreach (var group in groups)
            foreach (var member in group.Members)
                Add(node, _index.Resource(member.Resource));
    }

    private void AddOutage(OutageInput outage)
    {
        var firstGate = _index.Resources.Count;
        foreach (var (group, _) in HitGroups.Flatten(outage))
            foreach (var hit in group.Members)
                foreach (var gate in hit.Gates)
                    Add(_index.Resource(hit.Resource), Gate(gate));

        for (var i = 0; i < _index.Gates.Count; i++)
        {
            foreach (var gate in _index.Gates[i].Input.After) Add(firstGate + i, Gate(gate));
            foreach (var resource in _index.Gates[i].Input.AfterResources) Add(firstGate + i, _index.Resource(resource));
        }

        int Gate(EntityRef key) => _index.Gate(key) is var i and >= 0 ? firstGate + i : -1;
    }

    private void Add(int waiting, int waitedFor)
    {
        if (waiting >= 0 && waitedFor >= 0) _waitsFor[waiting].Add(waitedFor);
    }
}
