namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What a traced run notes beyond its state: when resources were ready, when they were worked on and how their capacity rose.</summary>
internal sealed class Trace
{
    private readonly List<(double Start, double Finish)>[] _parts;
    private readonly double[] _readyAt;

    public Trace(CompiledModel model)
    {
        _parts = new List<(double, double)>[model.Resources.Length];
        for (var i = 0; i < _parts.Length; i++) _parts[i] = [];
        _readyAt = new double[model.Resources.Length];
        Capacities = new(model.Resources.Length);
    }

    /// <summary>Capacities of the resources.</summary>
    public StepLog Capacities { get; }

    /// <summary>All parts of a resource in the order of their starts, repeated work included.</summary>
    public IReadOnlyList<(double Start, double Finish)> PartsOf(int resource) => _parts[resource];

    /// <summary>When gates and prerequisites of a hit resource had passed; infinity: never.</summary>
    public double ReadyAt(int resource) => _readyAt[resource];

    public void Clear()
    {
        foreach (var parts in _parts) parts.Clear();
        Array.Fill(_readyAt, double.PositiveInfinity);
        Capacities.Clear();
    }

    public void Ready(int resource, double time) => _readyAt[resource] = time;

    public void Part(int resource, double start, double finish) => _parts[resource].Add((start, finish));
}
