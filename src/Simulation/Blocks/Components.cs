using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Which bodies and gates wait for one another in a circle (strongly connected components; Tarjan, SIAM J. Computing 1 (1972), without recursion).</summary>
internal sealed class Components
{
    private const int Unseen = -1;

    private readonly List<int>[] _waitsFor;
    private readonly int[] _order;
    private readonly int[] _low;
    private readonly int[] _component;
    private readonly Stack<int> _open = new();
    private int _seen;

    public Components(CompiledModel model)
    {
        var bodies = model.Bodies.Length;
        var nodes = bodies + model.Outage.Gates.Length;
        var edges = new HashSet<int>[nodes];
        for (var i = 0; i < nodes; i++) edges[i] = [];
        for (var r = 0; r < model.Resources.Length; r++)
        {
            var body = model.Resources[r].Body;
            foreach (var needed in model.Needs.ResourcesOf(r)) edges[body].Add(model.Resources[needed].Body);
            foreach (var needed in model.Prerequisites.ResourcesOf(r)) edges[body].Add(model.Resources[needed].Body);
            foreach (var hit in model.Outage.HitsOfResource[r])
                foreach (var gate in model.Outage.Hits[hit].Gates)
                    edges[body].Add(bodies + gate);
        }

        foreach (var (number, gate) in model.Outage.Gates.Index())
        {
            foreach (var before in gate.After) edges[bodies + number].Add(bodies + before);
            foreach (var before in gate.AfterResources) edges[bodies + number].Add(model.Resources[before].Body);
        }

        _waitsFor = [.. edges.Select((e, i) => e.Where(other => other != i).Order().ToList())];
        (_order, _low, _component) = (new int[nodes], new int[nodes], new int[nodes]);
        Array.Fill(_order, Unseen);
        Array.Fill(_component, Unseen);
        for (var node = 0; node < nodes; node++)
            if (_order[node] == Unseen)
                Visit(node);
        (OfBodies, OfGates) = (_component[..bodies], _component[bodies..]);
    }

    /// <summary>Components are numbered so that each comes after those it waits for.</summary>
    public int[] OfBodies { get; }

    public int[] OfGates { get; }

    public int Count { get; private set; }

    private void Visit(int root)
    {
        var path = new Stack<(int Node, int Next)>();
        Enter(root, path);
        while (path.TryPop(out var at))
        {
            if (at.Next < _waitsFor[at.Node].Count)
            {
                path.Push((at.Node, at.Next + 1));
                var other = _waitsFor[at.Node][at.Next];
                if (_order[other] == Unseen) Enter(other, path);
                else if (_component[other] == Unseen) _low[at.Node] = Math.Min(_low[at.Node], _order[other]);
                continue;
            }

            if (path.TryPeek(out var above)) _low[above.Node] = Math.Min(_low[above.Node], _low[at.Node]);
            if (_low[at.Node] == _order[at.Node]) Close(at.Node);
        }
    }

    private void Enter(int node, Stack<(int, int)> path)
    {
        _order[node] = _low[node] = _seen++;
        _open.Push(node);
        path.Push((node, 0));
    }

    private void Close(int node)
    {
        int member;
        do
        {
            member = _open.Pop();
            _component[member] = Count;
        }
        while (member != node);
        Count++;
    }
}
